package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feed's letters, in whatever encoding it is served and wherever that is said. */
class FeedEncodingsTest {
  private final FeedParser parser = new FeedParser();

  private static String feed(String declaration, String title) {
    return declaration
        + "<rss version=\"2.0\"><channel><title>"
        + title
        + "</title></channel></rss>";
  }

  private String read(byte[] bytes, String contentType) throws FeedException {
    return String.valueOf(parser.parse(bytes, Map.of("content-type", contentType), "").title());
  }

  @ParameterizedTest
  @CsvSource({
    "euc-kr, 년도별 물레방아 소식",
    "big5, 水車的新聞",
    "gb18030, 水车的新闻㐂",
    "gb2312, 水车的新闻",
    "shift_jis, 水車の便り",
    "euc-jp, 水車の便り",
    "iso-2022-jp, 水車の便り",
    "koi8-r, Водяная мельница",
    "koi8-u, Їхній млин",
    "windows-1250, Młyn wodny źdźbło",
    "windows-1251, Водяная мельница",
    "windows-1252, Mühle “für” €",
    "windows-1253, Νερόμυλος",
    "windows-1254, Değirmen ışığı",
    "windows-1255, טחנת מים",
    "windows-1256, طاحونة",
    "windows-1257, Dzirnavas ūdens",
    "windows-1258, Đông Âu",
    "iso-8859-2, Młyn wodny",
    "iso-8859-5, Мельница",
    "iso-8859-7, Νερόμυλος",
    "iso-8859-15, Mühle €",
    "tis-620, กังหันน้ำ",
    "macintosh, Mühle",
    "utf-16le, Mühle 水車",
    "utf-16be, Mühle 水車",
    "utf-32be, Mühle 水車",
    "utf-32le, Mühle 水車"
  })
  void reads_an_encoding_that_the_declaration_or_the_header_names(String name, String title)
      throws Exception {
    Charset charset = Charset.forName(name.equals("macintosh") ? "x-MacRoman" : name);
    String declared = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>";
    assertThat(read(feed(declared, title).getBytes(charset), "application/xml")).isEqualTo(title);
    assertThat(read(feed("", title).getBytes(charset), "application/xml; charset=" + name))
        .isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({"IBM037", "IBM500", "IBM1047"})
  void reads_ebcdic_by_its_declaration(String name) throws Exception {
    String declared = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>";
    byte[] bytes =
        feed(declared, "Mill & wheel".replace("&", "&amp;")).getBytes(Charset.forName(name));
    assertThat(read(bytes, "application/xml")).isEqualTo("Mill & wheel");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, EF BB BF",
    "UTF-16LE, FF FE",
    "UTF-16BE, FE FF",
    "UTF-32LE, FF FE 00 00",
    "UTF-32BE, 00 00 FE FF"
  })
  void believes_a_byte_order_mark_before_header_and_declaration(String name, String mark)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : mark.split(" ", -1)) {
      bytes.write(Integer.parseInt(part, 16));
    }
    String declared = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>";
    bytes.write(feed(declared, "Mühle 水車").getBytes(Charset.forName(name)));
    assertThat(read(bytes.toByteArray(), "text/xml; charset=iso-8859-1")).isEqualTo("Mühle 水車");
  }

  @Test
  void believes_the_header_before_the_declaration() throws Exception {
    String declared = "<?xml version=\"1.0\" encoding=\"koi8-r\"?>";
    byte[] bytes = feed(declared, "Мельница").getBytes(Charset.forName("windows-1251"));
    assertThat(read(bytes, "application/xml; charset=windows-1251")).isEqualTo("Мельница");
  }

  @Test
  void reads_utf8_that_is_served_as_ascii_or_without_a_word() throws Exception {
    byte[] bytes = feed("<?xml version=\"1.0\"?>", "Mühle 水車").getBytes(StandardCharsets.UTF_8);
    for (String type : new String[] {"text/xml", "text/xml; charset=us-ascii", "", "text/plain"}) {
      assertThat(read(bytes, type)).as(type).isEqualTo("Mühle 水車");
    }
  }

  @Test
  void reads_windows_letters_in_what_calls_itself_latin1_or_says_nothing() throws Exception {
    String title = "Mühle “für” 5 €";
    String declared = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>";
    Charset windows = Charset.forName("windows-1252");
    assertThat(read(feed(declared, title).getBytes(windows), "text/xml")).isEqualTo(title);
    assertThat(read(feed("", title).getBytes(windows), "")).isEqualTo(title);
  }
}
