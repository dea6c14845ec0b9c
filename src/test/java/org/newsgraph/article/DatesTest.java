package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          2021-03-14                                        ; 2021-03-14
          2021-03-14T09:26:53+01:00                         ; 2021-03-14T09:26:53+01:00
          2021-03-14T09:26:53.589Z                          ; 2021-03-14T09:26:53.589Z
          2021-03-14T09:26:53.589+0100                      ; 2021-03-14T09:26:53.589+01:00
          2021-03-14 09:26:53                               ; 2021-03-14T09:26:53
          2021-03-14 09:26:53+01                            ; 2021-03-14T09:26:53+01:00
          2021-03-14T09:26:53-05:00[America/Bogota]         ; 2021-03-14T09:26:53-05:00
          2021-03-14 09:26 Europe/Paris                     ; 2021-03-14T09:26:00+01:00
          2021-07-14T09:26:53[America/New_York]             ; 2021-07-14T09:26:53-04:00
          2021-3-4                                          ; 2021-03-04
          20210314                                          ; 2021-03-14
          20210314T092653Z                                  ; 2021-03-14T09:26:53Z
          20210314T0926+0100                                ; 2021-03-14T09:26:00+01:00
          20210314092653                                    ; 2021-03-14T09:26:53
          202103140926                                      ; 2021-03-14T09:26:00
          1615713999                                        ; 2021-03-14T09:26:39Z
          1615713999123                                     ; 2021-03-14T09:26:39.123Z
          /Date(1615713999000)/                             ; 2021-03-14T09:26:39Z
          """)
  void iso_dates_and_numbers_are_read(String date, String iso) {
    assertThat(Dates.toIso(date)).hasValue(iso);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Sun, 14 Mar 2021 09:26:53 +0100                   ; 2021-03-14T09:26:53+01:00
          Sun, 14 Mar 21 09:26:53 +0100                     ; 2021-03-14T09:26:53+01:00
          Sun, 14 Mar 2021 09:26:53 -0000                   ; 2021-03-14T09:26:53Z
          Sun, 14 Mar 2021 09:26:53 +0000 (UTC)             ; 2021-03-14T09:26:53Z
          SUN,14 MAR 2021 09:26                             ; 2021-03-14T09:26:00
          Mon, 14 Mar 2021 09:26:53 EST                     ; 2021-03-14T09:26:53-05:00
          Sun, 14 Mar 2021 09:26:53 CEST                    ; 2021-03-14T09:26:53+02:00
          14 Mar 21 09:26 UT                                ; 2021-03-14T09:26:00Z
          Sun, 14 Mar 2021 09:26:53 IST                     ; 2021-03-14T09:26:53
          Sun, 14 Mar 2021 09:26:53 +7777                   ; 2021-03-14T09:26:53
          Sun, 14 Mar 2021 24:00:00 GMT                     ; 2021-03-15T00:00:00Z
          Sun, 14 Mar 2021 23:59:60 GMT                     ; 2021-03-14T23:59:59Z
          Thur, 4 Febuary 2021 09:26                        ; 2021-02-04T09:26:00
          Tue, 14 Sept 2021 09:26:53 +0300                  ; 2021-09-14T09:26:53+03:00
          Sun, Mar 14 2021 09:26:53 MST                     ; 2021-03-14T09:26:53-07:00
          Sun Mar 14 09:26:53 +0000 2021                    ; 2021-03-14T09:26:53Z
          Sun Mar 14 2021 09:26:53 GMT+0100 (Central European Standard Time) ; 2021-03-14T09:26:53+01:00
          March 14th, 2021                                  ; 2021-03-14
          March 14, 2021 at 9:26 p.m. ET                    ; 2021-03-14T21:26:00
          12:05 AM, 14 March 2021                           ; 2021-03-14T00:05:00
          noon, 14 March 2021                               ; 2021-03-14T12:00:00
          9 PM on March 14, '21                             ; 2021-03-14T21:00:00
          14-Mar-2021                                       ; 2021-03-14
          """)
  void dates_of_mail_and_feeds_are_read_with_their_variants(String date, String iso) {
    assertThat(Dates.toIso(date)).hasValue(iso);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Sonntag, 14. März 2021, 9.26 Uhr                  ; 2021-03-14T09:26:00
          So, 14 Mrz 2021 09:26                             ; 2021-03-14T09:26:00
          dimanche 14 février 2021 à 9h26                   ; 2021-02-14T09:26:00
          1er fevrier 2021                                  ; 2021-02-01
          mar. 16 mars 2021                                 ; 2021-03-16
          14 de marzo de 2021                               ; 2021-03-14
          domenica 14 marzo 2021, ore 9:26                  ; 2021-03-14T09:26:00
          14 de março de 2021 às 9h26                       ; 2021-03-14T09:26:00
          14 maart 2021                                     ; 2021-03-14
          14 marca 2021 r.                                  ; 2021-03-14
          14 mars 2021 kl. 9.26                             ; 2021-03-14T09:26:00
          14. maaliskuuta 2021 klo 9.26                     ; 2021-03-14T09:26:00
          14 Mart 2021 Pazar                                ; 2021-03-14
          14 марта 2021 г. 9:26                             ; 2021-03-14T09:26:00
          14. března 2021                                   ; 2021-03-14
          2021年3月14日 09:26                               ; 2021-03-14T09:26:00
          2021년 3월 14일                                   ; 2021-03-14
          """)
  void month_names_of_other_languages_are_read(String date, String iso) {
    assertThat(Dates.toIso(date)).hasValue(iso);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          27/10/2021 09:26                                  ; 2021-10-27T09:26:00
          10/27/2021                                        ; 2021-10-27
          2021/10/27 09:26:53                               ; 2021-10-27T09:26:53
          27.10.21                                          ; 2021-10-27
          27. 10. 2021                                      ; 2021-10-27
          07.04.2021 9.26 Uhr                               ; 2021-04-07T09:26:00
          10/27/98                                          ; 1998-10-27
          07/07/2021                                        ; 2021-07-07
          Wed, 07/04/2021                                   ; 2021-04-07
          """)
  void dates_in_numbers_are_read_if_only_one_reading_is_a_day_or_full_stops_separate_them(
      String date, String iso) {
    assertThat(Dates.toIso(date)).hasValue(iso);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          07/04/2021 9:26 PM                                ; day and month are ambiguous
          21/10/27                                          ; day and month are ambiguous
          Sun, 30 Feb 2021 10:00:00 GMT                     ; there is no such day
          2021-02-29                                        ; there is no such day
          2021-13-01                                        ; there is no such day
          14 March 2021 25:10                               ; there is no such time of day
          1970-01-01                                        ; it stands for a missing date
          Thu, 01 Jan 1970 00:00:00 GMT                     ; it stands for a missing date
          1969-12-31T19:00:00-05:00                         ; it stands for a missing date
          0                                                 ; it stands for a missing date
          0001-01-01T00:00:00Z                              ; it stands for a missing date
          9999-12-31                                        ; it stands for a missing date
          +161571399-01-01                                  ; it stands for a missing date
          3 hours ago                                       ; its format is unknown
          March 2021                                        ; its format is unknown
          14 March                                          ; its format is unknown
          """)
  void the_reason_is_given_if_a_text_is_not_taken_for_a_date(String text, String reason) {
    assertThat(Dates.toIso(text)).isEmpty();
    assertThat(Dates.explainProblem(text)).hasValue(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "2021", "31", "Yesterday, 9:26", "14 March 2021 in Belton"})
  void other_texts_are_not_dates(String text) {
    assertThat(Dates.toIso(text)).isEmpty();
  }

  @Property
  void any_text_gives_a_valid_date_or_none(@ForAll String text) {
    assertThat(Dates.toIso(text).filter(iso -> !isIso(iso))).isEmpty();
  }

  @Property
  void pieces_of_dates_in_any_order_give_a_valid_date_or_none(@ForAll("pieces") String text) {
    assertThat(Dates.toIso(text).filter(iso -> !isIso(iso))).isEmpty();
  }

  @Property
  void a_unix_time_is_the_same_in_seconds_and_milliseconds(
      @ForAll @LongRange(min = 1_000_000_000L, max = 4_000_000_000L) long seconds) {
    Optional<String> iso = Dates.toIso(Long.toString(seconds));
    assertThat(iso.map(Instant::parse)).hasValue(Instant.ofEpochSecond(seconds));
    assertThat(Dates.toIso(seconds + "000")).isEqualTo(iso);
  }

  @Property
  void each_form_of_a_time_gives_the_same_time(
      @ForAll @LongRange(min = 1_000_000_000L, max = 4_000_000_000L) long seconds,
      @ForAll @IntRange(min = -12, max = 14) int hours) {
    OffsetDateTime time =
        OffsetDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.ofHours(hours));
    for (String pattern :
        new String[] {
          "EEE, d MMM yyyy HH:mm:ss xx",
          "EEEE d MMMM yyyy HH:mm:ss xxx",
          "EEE MMM d HH:mm:ss xx yyyy",
          "yyyy-MM-dd HH:mm:ssx",
          "yyyyMMdd'T'HHmmssxx",
          "MMMM d, yyyy h:mm:ss a 'GMT'xxx"
        }) {
      String date = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
      assertThat(Dates.toIso(date).map(OffsetDateTime::parse)).as(date).hasValue(time);
    }
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "14",
            "3",
            "2021",
            "21",
            "/",
            "-",
            ".",
            ":",
            " ",
            ",",
            "T",
            "Z",
            "Mar",
            "mars",
            "Sun",
            "mar",
            "09:26",
            "24:00",
            "PM",
            "+0100",
            "(UTC)",
            "EST",
            "年",
            "1615713999",
            "h",
            "'")
        .list()
        .ofMaxSize(9)
        .map(pieces -> String.join("", pieces));
  }

  private static boolean isIso(String date) {
    try {
      DateTimeFormatter.ISO_DATE_TIME.parse(date.contains("T") ? date : date + "T00:00:00");
      return true;
    } catch (java.time.DateTimeException e) {
      return false;
    }
  }
}
