package io.wireroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Holds {@code routes/} to the rule that YAML says what happens next and Java says what it means.
 */
class RouteRulesTest {

  private static final int MOST_STEPS = 12;

  private static final Set<String> STEPS =
      Set.of(
          "to",
          "toD",
          "bean",
          "split",
          "choice",
          "filter",
          "setVariable",
          "setHeader",
          "setBody",
          "removeHeaders",
          "unmarshal",
          "marshal",
          "throttle",
          "threads",
          "aggregate",
          "circuitBreaker",
          "idempotentConsumer",
          "wireTap",
          "loop",
          "doTry");

  /** A property, a variable, a header of a transport or a method call: never an expression. */
  private static final Pattern SIMPLE = Pattern.compile("\\$\\{[a-zA-Z.]+}( == '[a-z0-9]+')?");

  static List<Map<String, Object>> routes() throws IOException {
    List<Map<String, Object>> routes = new ArrayList<>();
    for (Map<String, Object> entry : entries()) {
      if (entry.containsKey("route")) {
        routes.add(map(entry.get("route")));
      }
    }
    return routes;
  }

  @Test
  void every_file_holds_routes_or_the_error_policy_and_nothing_else() throws IOException {
    assertThat(entries())
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry.keySet()).containsAnyOf("route", "routeConfiguration").hasSize(1));
  }

  @Test
  void the_error_policy_covers_every_route_since_it_has_no_id() throws IOException {
    assertThat(entries())
        .filteredOn(entry -> entry.containsKey("routeConfiguration"))
        .singleElement()
        .satisfies(
            entry -> assertThat(map(entry.get("routeConfiguration"))).doesNotContainKey("id"));
  }

  @Test
  void ids_are_unique() throws IOException {
    Set<Object> seen = new HashSet<>();
    for (Map<String, Object> route : routes()) {
      assertThat(seen.add(route.get("id"))).as("route id %s", route.get("id")).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_route_has_an_id_a_description_and_few_steps(Map<String, Object> route) {
    assertThat(route).containsKeys("id", "description", "from");
    assertThat(String.valueOf(route.get("description"))).hasSizeGreaterThan(30);
    assertThat(steps(map(route.get("from")).get("steps"))).hasSizeBetween(1, MOST_STEPS);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_route_uses_only_the_allowed_steps(Map<String, Object> route) {
    for (Map<String, Object> step : steps(map(route.get("from")).get("steps"))) {
      assertThat(STEPS).containsAll(step.keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_bean_step_names_its_method(Map<String, Object> route) {
    for (Map<String, Object> step : steps(map(route.get("from")).get("steps"))) {
      if (step.containsKey("bean")) {
        assertThat(map(step.get("bean"))).containsOnlyKeys("ref", "method");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void an_expression_is_one_property_or_a_bean_method(Map<String, Object> route) {
    for (Object text : simples(route)) {
      assertThat(String.valueOf(text)).matches(SIMPLE);
    }
  }

  /** All steps of a route, nested ones included. */
  private static List<Map<String, Object>> steps(@Nullable Object list) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(list)) {
      Map<String, Object> step = map(each);
      found.add(step);
      step.values().forEach(value -> nested(value, found));
    }
    return found;
  }

  private static void nested(Object value, List<Map<String, Object>> found) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            if (key.equals("steps")) {
              found.addAll(steps(inner));
            } else {
              nested(inner, found);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> nested(inner, found));
    }
  }

  private static List<Object> simples(Object value) {
    List<Object> found = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            if (key.equals("simple") && inner instanceof String) {
              found.add(inner);
            } else if (key.equals("simple")) {
              found.add(map(inner).get("expression"));
            } else {
              found.addAll(simples(inner));
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> found.addAll(simples(inner)));
    }
    return found;
  }

  private static List<Map<String, Object>> entries() throws IOException {
    List<Map<String, Object>> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("routes"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".camel.yaml")).toList()) {
        Object content =
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        ((List<?>) content).forEach(entry -> entries.add(map(entry)));
      }
    }
    return entries;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }
}
