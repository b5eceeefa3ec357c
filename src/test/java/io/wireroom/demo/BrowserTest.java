package io.wireroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.Chromium;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The demo's Slack window in a real browser: what it shows, and that what strangers write stays
 * text.
 */
@EnabledIf("io.wireroom.Chromium#isThere")
class BrowserTest {

  @TempDir private Path profile;
  private SlackWindow window;
  private ChromeDriver browser;

  @BeforeEach
  void start() {
    window = new SlackWindow(0, List.of("newsroom"), Clock.systemUTC());
    browser = Chromium.start(profile);
  }

  @AfterEach
  void stop() {
    browser.quit();
    window.close();
  }

  @Test
  void a_message_is_shown_with_its_headline_and_its_link() throws Exception {
    post(
        """
        {"text": "Ferries go electric", "blocks": [
          {"type": "header", "text": {"type": "plain_text", "text": "Ferries go electric"}},
          {"type": "section", "text": {"type": "mrkdwn",
            "text": "<https://harbour.example/ferries|The Harbour Post>"}}]}
        """);

    browser.get(window.address().toString());

    assertThat(browser.findElement(By.tagName("body")).getText()).contains("Ferries go electric");
    WebElement link = browser.findElement(By.linkText("The Harbour Post"));
    assertThat(link.getDomAttribute("href")).isEqualTo("https://harbour.example/ferries");
  }

  @Test
  void what_a_stranger_wrote_runs_nothing() throws Exception {
    post(
        """
        {"text": "x", "blocks": [{"type": "section", "text": {"type": "mrkdwn",
          "text": "&lt;script&gt;document.title='hacked'&lt;/script&gt;<img src=x onerror=alert(1)>"}}]}
        """);

    browser.get(window.address().toString());

    assertThat(browser.getTitle()).isNotEqualTo("hacked");
    assertThat(browser.findElements(By.cssSelector("img[onerror]"))).isEmpty();
    assertThat(browser.findElement(By.tagName("body")).getText()).contains("<script>");
  }

  private void post(String message) throws Exception {
    URI webhook = window.webhook("newsroom");
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo("ok");
  }
}
