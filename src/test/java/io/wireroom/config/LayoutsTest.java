package io.wireroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.deliver.storage.Layout;
import org.junit.jupiter.api.Test;

class LayoutsTest {

  @Test
  void the_config_takes_every_variable_that_a_layout_has_and_says_so() {
    for (String variable : Layout.VARIABLES) {
      assertThatCode(() -> Layouts.check("{id}/{" + variable + "}")).doesNotThrowAnyException();
      assertThat(Layouts.DOC).contains("`{" + variable + "}`");
    }
    for (String time : Layout.TIMES) {
      assertThatCode(() -> Layouts.check("{" + time + ":yyyy-MM-dd}/{id}"))
          .doesNotThrowAnyException();
      assertThat(Layouts.DOC).contains("`{" + time + ":PATTERN}`");
    }
    assertThat(Layouts.DOC.split("`\\{", -1))
        .hasSize(1 + Layout.VARIABLES.size() + Layout.TIMES.size());
  }

  @Test
  void the_config_refuses_what_a_layout_cannot_fill_in() {
    assertThatThrownBy(() -> Layouts.check("{author}/{id}")).isInstanceOf(BadValue.class);
  }
}
