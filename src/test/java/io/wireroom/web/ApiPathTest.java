package io.wireroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wireroom.web.ApiPath.Kind;
import org.junit.jupiter.api.Test;

class ApiPathTest {

  @Test
  void each_resource_of_the_api_is_known_by_its_path() {
    assertEquals(new ApiPath(Kind.ALL, "", ""), ApiPath.of("/api/subscriptions"));
    assertEquals(new ApiPath(Kind.ONE, "sub_1", ""), ApiPath.of("/api/subscriptions/sub_1"));
    assertEquals(new ApiPath(Kind.PING, "sub_1", ""), ApiPath.of("/api/subscriptions/sub_1/ping"));
    assertEquals(
        new ApiPath(Kind.DELIVERIES, "sub_1", ""),
        ApiPath.of("/api/subscriptions/sub_1/deliveries"));
    assertEquals(
        new ApiPath(Kind.REPLAY, "sub_1", "d9"),
        ApiPath.of("/api/subscriptions/sub_1/deliveries/d9/replay"));
  }

  @Test
  void a_path_that_only_looks_like_one_of_them_leads_nowhere() {
    for (String path :
        new String[] {
          "/sub_1/replay", "/sub_1/all", "/sub_1/one", "/sub_1/deliveries/d9/ping", "/a/b/c/d/e"
        }) {
      assertEquals(Kind.NOTHING, ApiPath.of("/api/subscriptions" + path).kind(), path);
      assertEquals(404, ApiPath.of("/api/subscriptions" + path).wrongMethod().status());
    }
  }

  @Test
  void an_address_outside_the_api_is_told_where_it_is() {
    Problem problem = assertThrows(Problem.class, () -> ApiPath.of("/api/subscriptionsx"));
    assertEquals("there is nothing here; the API is at /api/subscriptions", problem.detail());
  }
}
