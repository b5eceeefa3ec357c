package io.wireroom.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The hub's pages in a real browser, on a phone and on a desk. */
@EnabledIf("io.wireroom.Chromium#isThere")
class PagesBrowserTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir private Path folder;
  @TempDir private Path profile;
  private RunningHub hub;
  private ChromeDriver browser;

  @BeforeEach
  void start() throws Exception {
    hub =
        new RunningHub(
            folder,
            new TestClock(),
            "bind: 127.0.0.1",
            "destinations: [{id: crm, kind: webhook, url: \"http://127.0.0.1:1/\"}]\n"
                + "subscriptions: [{id: all, to: crm}]");
    browser = Chromium.start(profile);
  }

  @AfterEach
  void stop() {
    browser.quit();
    hub.close();
  }

  @Test
  void a_reader_goes_from_the_front_page_to_a_brief_and_to_what_the_article_says()
      throws Exception {
    News.publish(hub.site, "/feed", "beta", "alpha");
    await().atMost(LONGEST).until(() -> hub.done("alpha") && hub.done("beta"));
    screen(390, 844, "light");

    browser.get(hub.at("/").toString());
    picture("front-phone");
    fits();
    browser.findElement(By.linkText(News.title("alpha"))).click();
    WebElement quote = browser.findElement(By.cssSelector(".takeaways blockquote"));
    assertThat(quote.isDisplayed()).as("until somebody asks").isFalse();
    browser.findElement(By.cssSelector(".takeaways summary")).click();
    assertThat(quote.isDisplayed()).isTrue();
    assertThat(quote.getText()).contains("said in paper");
    assertThat(quote.getCssValue("padding-left")).as("the style is let in").isEqualTo("12px");
    picture("brief-phone");
    fits();

    screen(1280, 900, "light");
    picture("brief-desk");
    fits();
    String paper = browser.findElement(By.tagName("body")).getCssValue("background-color");
    screen(1280, 900, "dark");
    picture("brief-dark");
    assertThat(browser.findElement(By.tagName("body")).getCssValue("background-color"))
        .isNotEqualTo(paper);
    browser.get(hub.at("/").toString());
    picture("front-desk");
    fits();
  }

  private void screen(int width, int height, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Nothing is wider than the window. */
  private void fits() {
    Object wide =
        browser.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(wide).isEqualTo(0L);
  }

  /** Kept where {@code -Dpictures=FOLDER} says, for people to look at. */
  private void picture(String name) throws Exception {
    String pictures = System.getProperty("pictures");
    if (pictures != null) {
      Files.write(Path.of(pictures, name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
  }
}
