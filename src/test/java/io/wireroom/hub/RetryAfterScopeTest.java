package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom a Retry-After holds, with the shipped routes and hosts of different domains. */
class RetryAfterScopeTest {

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void a_retry_after_holds_its_source_its_host_or_its_domain_as_the_config_says() throws Exception {
    Path hosts = folder.resolve("hosts");
    Files.writeString(
        hosts,
        """
        127.0.0.1 localhost
        127.0.0.1 a.example.co.uk
        127.0.0.1 b.example.co.uk
        127.0.0.1 other.co.uk
        127.0.0.1 one.github.io
        127.0.0.1 two.github.io
        """);
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                ServiceTest.classPath(),
                ScopeRun.class.getName(),
                folder.toString())
            .redirectError(folder.resolve("log").toFile())
            .start();
    String lines = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
    assertThat(lines.lines())
        .contains(
            "source: /cousin /neighbour /sibling /twin",
            "host: /cousin /neighbour /sibling",
            "domain: /cousin /neighbour");
  }
}
