package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills; {@link KillLoad} does a hundred. */
class KillTest {

  @TempDir private Path folder;

  @Test
  void a_killed_process_loses_nothing_and_the_audit_names_what_came_twice() throws Exception {
    try (KillRun run = new KillRun(folder, 60, 7, false)) {
      KillRun.Result result = run.run(6);

      assertThat(result.kills()).isPositive();
      assertThat(result.missing()).isEmpty();
      assertThat(result.unnamed()).isEmpty();
      assertThat(result.doubled()).isNotEmpty();
      assertThat(result.audit().troubled()).isFalse();
      assertThat(result.audit().owed()).isEqualTo(180);
    }
  }
}
