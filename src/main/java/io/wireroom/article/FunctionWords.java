package io.wireroom.article;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commonest words of languages that share their script, by which one is told from another:
 * hardly a sentence does without them. Source: the most frequent function words of each language.
 */
final class FunctionWords {
  private static final int MOST_WORDS = 400;

  /** In running text at least so many of a hundred words are the commonest ones. */
  private static final double LEAST_SHARE = 0.08;

  private static final double MARGIN = 1.25;

  private static final Map<String, Set<String>> BY_LANGUAGE =
      Map.ofEntries(
          words(
              "en",
              "the of and to in is that for it was on are with as be this by have from not but at"
                  + " he you"),
          words(
              "de",
              "der die und das den nicht von sie ist des sich mit dem ein eine auf für im auch als"
                  + " wie zu werden"),
          words(
              "fr",
              "le la les des et est une dans que qui pour pas sur au avec plus par ce il sont aux"
                  + " été du"),
          words(
              "es",
              "el la de que y en los se del las un por con una su para es como más lo al pero ha"),
          words(
              "pt",
              "de que e do da em um para com não uma os no se na por mais as dos como ao foi é"
                  + " são"),
          words(
              "it",
              "di che il la è per un in non una sono del della con si da dei le ha alla nel anche"
                  + " più gli"),
          words(
              "nl",
              "de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door"
                  + " maar naar"),
          words(
              "sv",
              "och att det som en på är av för med den till inte har de ett om var jag men från"
                  + " vid"),
          words(
              "da",
              "og at det er en til på som af for med den der de ikke har et var fra men blev efter"
                  + " eller"),
          words(
              "no",
              "og i det er til på som en av for med at den har de ikke et om var fra seg etter ble"
                  + " også"),
          words(
              "fi",
              "ja on ei että se oli hän ovat mutta myös kun sen joka kuin tai niin mukaan ole voi"
                  + " vain"),
          words(
              "pl",
              "w i na z się nie do to jest że o jak po co za od przez ale dla są był tym jego"
                  + " oraz"),
          words(
              "cs",
              "a se na je v že to s z do o i ve jako za ale by jsou podle jsem byl pro po také"),
          words(
              "sk", "a sa na je v že to s z do o aj vo ako za ale by sú podľa som bol pre po tiež"),
          words(
              "tr",
              "bir ve bu da de için ile olarak çok daha olan ne gibi kadar sonra var olduğu en göre"
                  + " ise"),
          words(
              "ro",
              "de și în la a cu pe care nu din o un mai pentru este să au sunt fost ca că prin"
                  + " după"),
          words(
              "hu",
              "a az és hogy nem is egy azt ez meg de csak mint már még van volt ha el lehet kell"
                  + " után"),
          words(
              "id",
              "yang dan di untuk dengan dari ini tidak pada dalam akan itu ke juga adalah oleh"
                  + " karena telah bisa"),
          words(
              "vi",
              "của và là có không cho được trong với một các người này những đã khi để từ về tại"),
          words("ca", "de la que i el a en per les els un amb del una és no al dels es més com ha"),
          words("ru", "и в не на что с по это как но из у за от для его к был так же то она бы он"),
          words("uk", "і в не на що з до та у як це за від про для його але було які є також буде"),
          words("bg", "на и да в се за от не са че с по като е ще това но до той към си беше"),
          words("sr", "и је у да се на за су од са не који као то што али до био ће или"));

  private FunctionWords() {}

  private static Map.Entry<String, Set<String>> words(String language, String words) {
    return Map.entry(language, Set.of(words.split(" ", -1)));
  }

  /**
   * The language that most of the commonest words are of.
   *
   * @param words in lower case
   * @return null when no language is clearly ahead
   */
  static @Nullable String language(List<String> words) {
    List<String> sample = words.subList(0, Math.min(words.size(), MOST_WORDS));
    String best = null;
    int most = 0;
    int second = 0;
    for (Map.Entry<String, Set<String>> language : BY_LANGUAGE.entrySet()) {
      int found = 0;
      for (String word : sample) {
        found += language.getValue().contains(word) ? 1 : 0;
      }
      if (found > most) {
        second = most;
        most = found;
        best = language.getKey();
      } else if (found > second) {
        second = found;
      }
    }
    boolean clear = most >= LEAST_SHARE * sample.size() && most >= MARGIN * second;
    return clear ? best : null;
  }
}
