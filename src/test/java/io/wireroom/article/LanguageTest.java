package io.wireroom.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The council has said that it will not build the road, and that the money is to be used"
            + " for the school.",
        "de|Der Rat hat gesagt, dass die Straße nicht gebaut wird und das Geld für die Schule ist,"
            + " die sich alle wünschen.",
        "fr|Le conseil a dit que la route ne sera pas construite et que les fonds sont pour une"
            + " école dans le quartier.",
        "es|El consejo ha dicho que la carretera no se hará y que los fondos son para una escuela"
            + " en el barrio de los pescadores.",
        "pt|O conselho disse que a estrada não vai ser feita e que os fundos são para uma escola no"
            + " bairro dos pescadores.",
        "it|Il consiglio ha detto che la strada non si farà e che i fondi sono per una scuola nel"
            + " quartiere della stazione.",
        "nl|De raad heeft gezegd dat de weg niet wordt gebouwd en dat het geld voor een school in"
            + " de wijk is bedoeld.",
        "sv|Rådet har sagt att vägen inte ska byggas och att pengarna är till för en skola som"
            + " ligger i området.",
        "pl|Rada powiedziała, że droga nie jest potrzebna i że pieniądze są dla szkoły, a nie na"
            + " nowy parking.",
        "ru|Совет сказал, что дорогу не построят и что деньги пойдут на школу, а не на стоянку для"
            + " машин.",
        "uk|Рада сказала, що дорогу не збудують і що гроші підуть на школу, а не на стоянку для"
            + " машин.",
        "ja|市議会は道路を建設せず、その予算を学校のために使うと発表した。",
        "zh|市议会表示不会修建这条道路，这笔钱将用于建设学校。",
        "ko|시의회는 도로를 건설하지 않고 그 예산을 학교에 쓰겠다고 밝혔다.",
        "el|Το συμβούλιο είπε ότι ο δρόμος δεν θα κατασκευαστεί.",
        "id|Dewan kota mengatakan bahwa jalan itu tidak akan dibangun dan dana yang ada akan"
            + " dipakai untuk sekolah di daerah ini."
      })
  void tells_the_language_of_a_sentence(String language, String text) {
    assertThat(Language.detect(text)).isEqualTo(language);
  }

  @Test
  void believes_the_page_when_the_text_shows_nothing() {
    assertThat(Language.of("Lorem ipsum", "pt_BR")).isEqualTo("pt");
    assertThat(Language.of("", "")).isNull();
  }

  @Test
  void corrects_a_page_that_states_the_language_of_its_template() {
    String german =
        "Der Rat hat gesagt, dass die Straße nicht gebaut wird und das Geld für die Schule ist.";
    assertThat(Language.of(german, "en-US")).isEqualTo("de");
  }

  @Test
  void leaves_near_relatives_as_the_page_states_them() {
    String norwegian =
        "Rådet har sagt at veien ikke skal bygges og at pengene er til en skole som ligger i"
            + " området.";
    assertThat(Language.of(norwegian, "nb-NO")).isEqualTo("nb");
  }
}
