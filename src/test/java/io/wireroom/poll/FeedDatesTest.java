package io.wireroom.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-03-05T06:07:08Z                    | 2024-03-05T06:07:08Z
          2024-03-05T06:07:08.25+02:00            | 2024-03-05T04:07:08Z
          2024-03-05T06:07+0530                   | 2024-03-05T00:37:00Z
          2024-03-05 06:07:08                     | 2024-03-05T06:07:08Z
          20240305T060708Z                        | 2024-03-05T06:07:08Z
          2024-03-05                              | 2024-03-05T00:00:00Z
          2024-03                                 | 2024-03-01T00:00:00Z
          2024                                    | 2024-01-01T00:00:00Z
          2024-065                                | 2024-03-05T00:00:00Z
          24065                                   | 2024-03-05T00:00:00Z
          -2403                                   | 2024-03-01T00:00:00Z
          24-03-05                                | 2024-03-05T00:00:00Z
          Tue, 05 Mar 2024 06:07:08 GMT           | 2024-03-05T06:07:08Z
          Tue, 5 Mar 24 06:07 EST                 | 2024-03-05T11:07:00Z
          5 March 2024 06:07:08 PT                | 2024-03-05T14:07:08Z
          Tue, Mar 5 2024 6:07:08 PM UTC          | 2024-03-05T18:07:08Z
          Tue,05 Mar, 2024 06:07:08 GMT-05:00     | 2024-03-05T11:07:08Z
          Tue, 05 Mar 2024 06:07:08 Europe/Berlin | 2024-03-05T05:07:08Z
          Tue, 05 Mar 1997                        | 1997-03-05T00:00:00Z
          Tue Mar  5 06:07:08 2024                | 2024-03-05T06:07:08Z
          Tue Mar 05 06:07:08 +0100 2024          | 2024-03-05T05:07:08Z
          Tue, 2024/03/05 06:07:08 EDT            | 2024-03-05T10:07:08Z
          05.03.2024 06:07                        | 2024-03-05T06:07:00Z
          2024년 03월 05일 06:07:08                 | 2024-03-04T21:07:08Z
          2024-03-05 오후 6:07:08                   | 2024-03-05T09:07:08Z
          Τρί, 05 Μάρ 2024 06:07:08 EET           | 2024-03-05T04:07:08Z
          2024-március-05T6:07+01:00              | 2024-03-05T05:07:00Z
          mar., 05 mars 2024 06:07:08 +0100       | 2024-03-05T05:07:08Z
          Di, 05 Dez 2023 06:07:08 +0100          | 2023-12-05T05:07:08Z
          вт, 05 марта 2024 06:07:08 +0300        | 2024-03-05T03:07:08Z
          2024-03-05T24:00:00Z                    | 2024-03-06T00:00:00Z
          2016-12-31T23:59:60Z                    | 2017-01-01T00:00:00Z
          1709618828                              | 2024-03-05T06:07:08Z
          1709618828000                           | 2024-03-05T06:07:08Z
          """)
  void reads_a_date_in_any_form_that_feeds_use(String text, Instant expected) {
    assertThat(FeedDates.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "yesterday",
        "Tue, 45 Mar 2024 06:07:08 GMT",
        "2024-03-05T26:07:08Z",
        "2024-03-05T06:07:62Z",
        "2024-13-05",
        "2023-02-29",
        "0000-00-00 00:00:00",
        "Tue, 05 Foo 2024 06:07:08 GMT",
        "Tue, 05 Mar 2024 6:7:8:9 GMT",
        "2024-03-05T06:xx:08Z",
        "2024-03-05T06:07:08+0x:00",
        "2024-03-05T06:07:08+01:00Tail",
        "12 34 56 78"
      })
  void takes_no_date_rather_than_a_wrong_one(String text) {
    assertThat(FeedDates.parse(text)).isNull();
  }
}
