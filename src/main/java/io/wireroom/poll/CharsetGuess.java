package io.wireroom.poll;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * Guesses the encoding of bytes that declare none and are not UTF-8, by how often the letters that
 * are frequent in a script appear when the bytes are read that way.
 *
 * <p>Multi-byte encodings are judged by their lead bytes, single-byte ones by the letters they
 * yield. A text whose high bytes mostly stand alone between ASCII letters is Latin.
 */
final class CharsetGuess {
  private static final int SAMPLE = 32_768;
  private static final double MISTAKE = 10;
  private static final double ENOUGH = 0.5;

  /** An encoding of one byte a letter, with the letters that its language uses most. */
  private record Single(String name, String frequent) {}

  private static final String RUSSIAN = "оеаинтсрвлкмдпу";

  private static final List<Single> SINGLES =
      List.of(
          new Single("windows-1251", RUSSIAN),
          new Single("KOI8-R", RUSSIAN),
          new Single("ISO-8859-5", RUSSIAN),
          new Single("IBM866", RUSSIAN),
          new Single("windows-1255", "יוהלאמתרבשנכםדקחעגןספצטזךףץ"),
          new Single("windows-1253", "αοιετσνηυρπκμλωςγάέήίόύώ"),
          new Single("windows-1256", "اليمنوترهبدسفعقكحجةىشصطأ"),
          new Single("TIS-620", "านรกอเงวมยลตทสดบปคหจพขแไชธ่้ีัิืุ็์ำะู"));

  private static final List<String> MULTIS =
      List.of("EUC-KR", "GB2312", "EUC-JP", "SHIFT_JIS", "Big5");
  private static final String CENTRAL = "ąęłńśźżćčěřšžůďťňľĺőűřţăş";
  private static final String WESTERN = "éèàçêëïîôöüäñíóáúãõâøåæßœ’‘“”–«»°£€";

  private CharsetGuess() {}

  /** The name of the likeliest encoding; {@code windows-1252} when nothing speaks for another. */
  static String of(byte[] bytes) {
    byte[] sample = highParts(bytes);
    if (sample.length == 0) {
      return "windows-1252";
    }
    if (standsAlone(sample)) {
      double central = share(sample, new Single("windows-1250", CENTRAL));
      return central > share(sample, new Single("windows-1252", WESTERN))
          ? "windows-1250"
          : "windows-1252";
    }
    String best = "windows-1252";
    double most = ENOUGH;
    for (String name : MULTIS) {
      double score = pairs(sample, name);
      if (score > most) {
        most = score;
        best = name;
      }
    }
    for (Single single : SINGLES) {
      double score = share(sample, single);
      if (score > most) {
        most = score;
        best = single.name();
      }
    }
    return best;
  }

  /** The bytes above ASCII with one neighbour on each side: markup would drown them. */
  private static byte[] highParts(byte[] bytes) {
    byte[] found = new byte[Math.min(bytes.length, SAMPLE)];
    int length = 0;
    for (int i = 0; i < bytes.length && length < found.length; i++) {
      boolean near = i > 0 && bytes[i - 1] < 0 || i + 1 < bytes.length && bytes[i + 1] < 0;
      if (bytes[i] < 0 || near) {
        found[length++] = bytes[i];
      }
    }
    byte[] part = new byte[length];
    System.arraycopy(found, 0, part, 0, length);
    return part;
  }

  private static boolean standsAlone(byte[] sample) {
    int high = 0;
    int alone = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] < 0) {
        high++;
        boolean before = i == 0 || sample[i - 1] >= 0;
        boolean after = i + 1 == sample.length || sample[i + 1] >= 0;
        alone += before && after ? 1 : 0;
      }
    }
    return alone * 2 > high;
  }

  private static double share(byte[] sample, Single single) {
    if (!Charset.isSupported(single.name())) {
      return 0;
    }
    String text = new String(sample, Charset.forName(single.name()));
    int high = 0;
    int frequent = 0;
    int wrong = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      high++;
      if (single.frequent().indexOf(c) >= 0) {
        frequent++;
      } else if (c == '\ufffd' || c < 0xa0) {
        wrong++;
      }
    }
    return high == 0 ? 0 : (frequent - MISTAKE * wrong) / high;
  }

  private static double pairs(byte[] sample, String name) {
    double weight = 0;
    int characters = 0;
    int wrong = 0;
    for (int i = 0; i < sample.length; i++) {
      int lead = sample[i] & 0xff;
      if (lead < 0x80) {
        continue;
      }
      characters++;
      if (name.equals("SHIFT_JIS") && lead >= 0xa1 && lead <= 0xdf) {
        weight += 0.1;
        continue;
      }
      int trail = i + 1 < sample.length ? sample[i + 1] & 0xff : 0;
      if (validTrail(name, trail)) {
        weight += weight(name, lead, trail);
        i++;
      } else {
        wrong++;
      }
    }
    return characters == 0 ? 0 : (weight - MISTAKE * wrong) / characters;
  }

  private static boolean validTrail(String name, int trail) {
    return switch (name) {
      case "Big5" -> trail >= 0x40 && trail <= 0x7e || trail >= 0xa1 && trail <= 0xfe;
      case "SHIFT_JIS" -> trail >= 0x40 && trail <= 0xfc && trail != 0x7f;
      default -> trail >= 0xa1 && trail <= 0xfe;
    };
  }

  /** How usual a lead byte is in running text of the encoding, 0 to 1. */
  private static double weight(String name, int lead, int trail) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "EUC-KR" -> in(lead, 0xb0, 0xc8) ? 1 : in(lead, 0xa1, 0xa3) ? 0.6 : 0.2;
      case "GB2312" ->
          in(lead, 0xb0, 0xd7) ? 0.98 : in(lead, 0xa1, 0xa3) ? 0.6 : in(lead, 0xa4, 0xaf) ? 0 : 0.3;
      case "EUC-JP" ->
          in(lead, 0xa4, 0xa5) ? 1 : in(lead, 0xb0, 0xcf) ? 0.8 : lead == 0xa1 ? 0.7 : 0.3;
      case "SHIFT_JIS" ->
          lead == 0x82 && trail >= 0x9f || lead == 0x83 && trail <= 0x96
              ? 1
              : in(lead, 0x88, 0x97) ? 0.8 : lead == 0x81 ? 0.7 : in(lead, 0xa0, 0xdf) ? 0 : 0.3;
      // two of five trail bytes are low in real Big5, none where EUC is mistaken for it
      default ->
          (in(lead, 0xa4, 0xc6) ? 1 : in(lead, 0xa1, 0xa3) ? 0.6 : 0.3)
              * (trail < 0x80 ? 1.2 : 0.75);
    };
  }

  private static boolean in(int value, int low, int high) {
    return value >= low && value <= high;
  }
}
