package io.wireroom.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDecoderTest {
  private static final String CYRILLIC =
      "Сегодня утром в городе открыли новую станцию метро, и первые пассажиры";
  private static final String HEBREW =
      "הבוקר נפתחה בעיר תחנת רכבת חדשה והנוסעים הראשונים כבר עלו עליה";
  private static final String GREEK = "Σήμερα το πρωί άνοιξε στην πόλη ένας νέος σταθμός του μετρό";
  private static final String THAI =
      "เช้าวันนี้เมืองได้เปิดสถานีรถไฟฟ้าแห่งใหม่และผู้โดยสารกลุ่มแรกได้ขึ้นรถแล้ว";
  private static final String JAPANESE = "今朝、町に新しい地下鉄の駅がひらきました。最初の乗客はとても喜んでいます。";
  private static final String CHINESE = "今天早上城里新开了一个地铁站，第一批乘客已经上车了，大家都很高兴。";
  private static final String TAIWAN = "今天早上城裡新開了一個捷運站，第一批乘客已經上車了，大家都很高興。";
  private static final String KOREAN = "오늘 아침 시내에 새로운 지하철역이 문을 열었고 첫 승객들이 탔습니다";

  @ParameterizedTest
  @CsvSource({
    "windows-1251,windows-1251,CYRILLIC",
    "KOI8-R,KOI8-R,CYRILLIC",
    "windows-1255,windows-1255,HEBREW",
    "windows-1253,windows-1253,GREEK",
    "x-windows-874,TIS-620,THAI",
    "Shift_JIS,SHIFT_JIS,JAPANESE",
    "EUC-JP,EUC-JP,JAPANESE",
    "GB2312,GB2312,CHINESE",
    "Big5,Big5,TAIWAN",
    "EUC-KR,EUC-KR,KOREAN"
  })
  void guesses_the_encoding_of_text_that_declares_none(
      String charset, String label, String language) {
    String text =
        switch (language) {
          case "CYRILLIC" -> CYRILLIC;
          case "HEBREW" -> HEBREW;
          case "GREEK" -> GREEK;
          case "THAI" -> THAI;
          case "JAPANESE" -> JAPANESE;
          case "CHINESE" -> CHINESE;
          case "TAIWAN" -> TAIWAN;
          default -> KOREAN;
        };
    byte[] bytes = ("<rss><title>" + text + "</title></rss>").getBytes(Charset.forName(charset));
    FeedDecoder.Decoded decoded = FeedDecoder.decode(bytes, null);
    assertThat(decoded.text()).contains(text);
    assertThat(decoded.encoding()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16"})
  void reads_wide_encodings_with_or_without_a_mark(String charset) {
    byte[] bytes =
        ("<rss><title>" + JAPANESE + "</title></rss>").getBytes(Charset.forName(charset));
    assertThat(FeedDecoder.decode(bytes, "text/xml").text()).startsWith("<rss>").contains(JAPANESE);
  }

  @Test
  void believes_the_header_before_the_declaration() {
    byte[] bytes =
        ("<?xml version='1.0' encoding='koi8-r'?><a>" + CYRILLIC + "</a>")
            .getBytes(Charset.forName("windows-1251"));
    FeedDecoder.Decoded decoded = FeedDecoder.decode(bytes, "text/xml; charset=\"windows-1251\"");
    assertThat(decoded.text()).contains(CYRILLIC);
    assertThat(decoded.encoding()).isEqualTo("windows-1251");
  }

  @Test
  void believes_the_declaration_when_the_header_is_silent() {
    byte[] bytes =
        ("<?xml version='1.0' encoding='koi8-r'?><a>" + CYRILLIC + "</a>")
            .getBytes(Charset.forName("KOI8-R"));
    assertThat(FeedDecoder.decode(bytes, "application/xml").text()).contains(CYRILLIC);
  }

  @Test
  void takes_utf8_for_utf8_though_the_server_says_latin() {
    byte[] bytes = "<a>Größe</a>".getBytes(UTF_8);
    assertThat(FeedDecoder.decode(bytes, "text/xml; charset=iso-8859-1").text())
        .isEqualTo("<a>Größe</a>");
  }

  @Test
  void reads_windows_punctuation_under_a_latin_label() {
    byte[] bytes = "<a>“don’t”</a>".getBytes(Charset.forName("windows-1252"));
    assertThat(FeedDecoder.decode(bytes, "text/xml; charset=iso-8859-1").text())
        .isEqualTo("<a>“don’t”</a>");
  }

  @Test
  void repairs_a_few_latin_bytes_pasted_into_utf8() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("Größe über älterer Öfen, süß ".getBytes(UTF_8));
    bytes.writeBytes("Café".getBytes(ISO_8859_1));
    assertThat(FeedDecoder.decode(bytes.toByteArray(), null).text())
        .isEqualTo("Größe über älterer Öfen, süß Café");
  }

  @Test
  void survives_a_label_that_names_no_encoding() {
    assertThat(FeedDecoder.decode("<a>é</a>".getBytes(UTF_8), "text/xml; charset=x-none").text())
        .isEqualTo("<a>é</a>");
  }
}
