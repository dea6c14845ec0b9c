package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

final class MailReaderTest {
  private static final String HEAD =
      """
      From: Olga Brandt <olga@council.example>
      Subject: FW: Re: Mill of Belton to close
      Date: Mon, 3 May 2021 10:00:00 +0200 (CEST)
      Message-ID: <m1@council.example>
      MIME-Version: 1.0
      """;

  private static final String BODY =
      "The mill of Belton closes in June, its owner, Nadia Ferro, said.";

  private static ReadResult read(String file, String content) {
    return ReadResult.of(new FormatDetectingReader(10_000), file, content);
  }

  @Test
  void a_message_is_an_article_with_its_subject_date_and_sender() {
    ReadResult reading = read("release.eml", HEAD + "\n" + BODY + "\n");
    Article article = reading.article();
    Metadata metadata = article.metadata();
    assertThat(article.id()).isEqualTo("m1@council.example");
    assertThat(article.text()).hasToString(BODY);
    assertThat(metadata.title()).hasValue("Mill of Belton to close");
    assertThat(metadata.published()).hasValue("2021-05-03T10:00:00+02:00");
    assertThat(metadata.authors()).containsExactly("Olga Brandt");
    assertThat(metadata.publisher()).hasValue("council.example");
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      textBlock =
          """
          Olga Brandt <olga@gmail.com>                     ; Olga Brandt ; -
          Belton Press Office <press@belton.example>       ; -           ; Belton Press Office
          "Brandt, Olga" <olga@belton.example>             ; Olga Brandt ; belton.example
          Belton Trust <press@belton.example>              ; -           ; Belton Trust
          Olga Brandt <olga@brandt.example>                ; Olga Brandt ; brandt.example
          press@belton.example                             ; -           ; belton.example
          =?utf-8?q?Ren=C3=A9e_Brandt?= <r@belton.example> ; Renée Brandt; belton.example
          """)
  void the_sender_is_the_author_or_the_publisher(String from, String author, String publisher) {
    Metadata metadata =
        read("a.eml", "From: " + from + "\nSubject: x\nMessage-ID: <1@x>\n\n" + BODY)
            .article()
            .metadata();
    assertThat(String.join(", ", metadata.authors())).isEqualTo(author == null ? "" : author);
    assertThat(metadata.publisher().orElse(null)).isEqualTo(publisher);
  }

  @Test
  void quoted_replies_and_the_signature_are_left_out() {
    assertThat(
            read(
                    "a.eml",
                    HEAD
                        + "\n"
                        + BODY
                        + "\n\nOn Sun, 2 May 2021, Nils Ohm wrote:\n> Is it true?\n>\n> Really?\n\n"
                        + "It is.\n\n-- \nOlga Brandt\nTel. 1234\n")
                .article()
                .text())
        .hasToString(BODY + "\n\nIt is.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Belton\u0092s caf\u00e9", "=?iso-8859-1?Q?Belton=92s_caf=E9?="})
  void the_subject_may_be_in_an_old_encoding(String subject) {
    byte[] mail =
        ("From: a@b.example\nSubject: " + subject + "\nMessage-ID: <1@x>\n\n" + BODY)
            .getBytes(ISO_8859_1);
    assertThat(
            ReadResult.of(new FormatDetectingReader(10_000), "a.eml", mail)
                .article()
                .metadata()
                .title())
        .hasValue("Belton’s café");
  }

  @Test
  void a_forwarded_message_keeps_its_own_metadata() {
    Metadata metadata =
        read(
                "a.eml",
                HEAD
                    + """

                    For your information.

                    ---------- Forwarded message ---------
                    From: Harbour Trust <press@harbour.example>
                    Date: Sat, 1 May 2021 at 09:00
                    Subject: Harbour opens
                    To: Olga Brandt <olga@council.example>

                    The harbour opens on Friday, the trust said.
                    """)
            .article()
            .metadata();
    assertThat(metadata.title()).hasValue("Harbour opens");
    assertThat(metadata.publisher()).hasValue("Harbour Trust");
    assertThat(metadata.published()).hasValue("2021-05-01T09:00:00");
  }

  @Test
  void plain_text_is_preferred_and_attachments_are_articles_of_their_own() {
    ReadResult reading =
        read(
            "a.eml",
            HEAD
                + """
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                The caf=C3=A9 closes in June, its owner, Nadia Ferro, said.

                --inner
                Content-Type: text/html; charset=utf-8

                <p>The café closes</p>

                --inner--
                --outer
                Content-Type: text/plain; name="history.txt"
                Content-Disposition: attachment; filename="history.txt"

                The café was built in 1850.

                --outer
                Content-Type: application/vnd.ms-excel
                Content-Disposition: attachment; filename="numbers.xls"

                1,2

                --outer
                Content-Type: image/png
                Content-Disposition: inline; filename="logo.png"

                x
                --outer--
                """);
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("m1@council.example", "m1@council.example/history");
    assertThat(reading.articles())
        .extracting(it -> it.text().toString().strip())
        .containsExactly(
            "The café closes in June, its owner, Nadia Ferro, said.",
            "The café was built in 1850.");
    assertThat(reading.problems())
        .containsExactly("a.eml!numbers.xls: skipped: an attachment in a format that is not read");
    assertThat(reading.failures()).isZero();
  }

  @Test
  void a_message_in_html_alone_is_read() {
    String mail =
        HEAD + "Content-Type: text/html; charset=windows-1252\n\n<p>The caf\u00e9.</p><p>Two.</p>";
    assertThat(
            ReadResult.of(new FormatDetectingReader(10_000), "a.eml", mail.getBytes(ISO_8859_1))
                .article()
                .text())
        .hasToString("The café.\n\nTwo.");
  }

  @Test
  void each_message_of_a_mailbox_is_an_article() {
    String separator = "From olga@council.example Mon May  3 10:00:00 2021\n";
    ReadResult reading =
        read(
            "inbox",
            separator
                + HEAD
                + "\n"
                + BODY
                + "\n>From here on it is quiet.\n\n"
                + separator
                + HEAD.replace("m1@", "m2@")
                + "\n\n"
                + separator
                + HEAD.replace("m1@", "m3@").replace("3 May 2021", "30 Feb 2021")
                + "\nFrom June, the mill is closed.\n");
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("m1@council.example", "m3@council.example");
    assertThat(reading.articles().get(0).text().toString())
        .isEqualTo(BODY + "\nFrom here on it is quiet.");
    assertThat(reading.problems())
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .isEqualTo(
                        "inbox: message 2: skipped: headline only, no text (Mill of Belton to"
                            + " close)"),
            it -> assertThat(it).startsWith("inbox: message 3: warning: the date "));
  }

  @Property(tries = 200)
  void damaged_messages_cause_no_exception(@ForAll @Size(max = 60) byte[] damage) {
    byte[] mail =
        (HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n--b--\n")
            .getBytes(ISO_8859_1);
    for (int i = 0; i < damage.length; i++) {
      mail[(i * 37 + 211) % mail.length] = damage[i];
    }
    ReadResult reading = ReadResult.of(new FormatDetectingReader(10_000), "a.eml", mail);
    assertThat(reading.articles().size() + reading.problems().size()).isPositive();
    assertThat(reading.problems()).noneMatch(it -> it.contains("Exception"));
  }

  @Test
  void a_message_that_is_too_large_does_not_end_the_mailbox() throws IOException {
    String separator = "From olga@council.example Mon May  3 10:00:00 2021\n";
    String mailbox =
        separator + "Subject: a\n\n" + "long ".repeat(40) + "\n\n" + separator + "Subject: b\n";
    MboxMessages messages =
        new MboxMessages(new ByteArrayInputStream(mailbox.getBytes(ISO_8859_1)), 100);
    assertThat(messages.next()).isEmpty();
    assertThat(messages.next().map(it -> new String(it, ISO_8859_1))).contains("Subject: b\n");
    assertThat(messages.next()).isNull();
  }
}
