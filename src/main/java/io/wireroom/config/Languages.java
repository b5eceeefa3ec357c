package io.wireroom.config;

import java.util.Arrays;
import java.util.Locale;

/** Checks language codes: the primary subtag of BCP 47, as briefs carry it. */
final class Languages {

  private Languages() {}

  static void check(String text) throws BadValue {
    int cut = text.replace('_', '-').indexOf('-');
    String primary = (cut < 0 ? text : text.substring(0, cut)).toLowerCase(Locale.ROOT);
    if (!known(primary)) {
      throw new BadValue("is not a language code", "use the code of ISO 639, such as en or de");
    }
    if (!primary.equals(text)) {
      throw new BadValue("is more than a language code", "write " + primary);
    }
  }

  private static boolean known(String code) {
    // ISO 639 has more three-letter codes than the JDK lists.
    return code.length() == 2
        ? Arrays.asList(Locale.getISOLanguages()).contains(code)
        : code.matches("[a-z]{3}");
  }
}
