package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.layout.ArticleHeader;
import org.newsgraph.io.IoErrors;

/**
 * Reads a mail message (EML) or the messages of a mailbox (mbox). The text of each message becomes
 * an article, and so does each attachment in a format that can be read.
 *
 * @param maxLength maximum length of an article's text, in code points
 * @param isMbox whether the source is a mailbox
 * @param attachmentReader reads an attachment
 */
record MailReader(int maxLength, boolean isMbox, Function<Source, Stream<Article>> attachmentReader)
    implements ArticleReader {
  /** Maximum size of a message with its attachments, in bytes. */
  private static final int MAX_BYTES = 64 << 20;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    InputStream in;
    try {
      in = source.open();
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
    if (!isMbox) {
      Stream<byte[]> one =
          ArticleStreams.stream(new Single(in)::next, in, source.location(), problems);
      return ArticleStreams.flatMapLazily(one, it -> articles(it, source, problems));
    }
    MboxMessages messages = new MboxMessages(in, MAX_BYTES);
    long[] number = {0};
    Stream<Optional<byte[]>> all =
        ArticleStreams.stream(messages::next, in, source.location(), problems);
    return ArticleStreams.flatMapLazily(
        all, it -> articles(it, message(source, ++number[0]), problems));
  }

  private static Source message(Source source, long number) {
    return new Source(source.name() + ": message " + number, source.file(), source.opening());
  }

  /** The only message of a source. */
  private static final class Single {
    private final InputStream in;
    private boolean isRead;

    Single(InputStream in) {
      this.in = in;
    }

    byte[] next() throws IOException, UnreadableArticleException {
      boolean isFirst = !isRead;
      isRead = true;
      return isFirst ? ArticleStreams.readBytes(in, MAX_BYTES) : null;
    }
  }

  private Stream<Article> articles(Optional<byte[]> message, Source source, Problems problems) {
    if (message.isEmpty()) {
      problems.error(
          source.location(),
          "larger than " + (MAX_BYTES >> 20) + " MiB, the maximum for a message");
      return Stream.empty();
    }
    return articles(message.get(), source, problems);
  }

  private Stream<Article> articles(byte[] bytes, Source source, Problems problems) {
    MailMessage[] mail = new MailMessage[1];
    Optional<Article> article =
        ArticleStreams.readIfPresent(
            source.location(),
            problems,
            () -> {
              mail[0] = MailMessage.parse(bytes);
              return article(mail[0], source.location(), problems);
            });
    Stream<Article> attached =
        mail[0] == null
            ? Stream.empty()
            : ArticleStreams.flatMapLazily(
                mail[0].attachments().stream(), it -> attached(it, mail[0], source, problems));
    return Stream.concat(article.stream(), attached);
  }

  /** Returns the article of a message. A message without text may have attachments. */
  private Optional<Article> article(MailMessage mail, SourceLocation place, Problems problems)
      throws UnreadableArticleException {
    TextHeader header = TextHeader.of(MailBody.of(mail.text()));
    // Fields in the text are those of a forwarded message, which come first.
    mail.read(header.metadata());
    Metadata all = header.metadata().build(place, problems);
    if (header.text().isBlank()) {
      if (mail.attachments().isEmpty()) {
        throw NoTextException.headlineOnly(all.title().orElse(""));
      }
      return Optional.empty();
    }
    Text text = new Text(header.text());
    Metadata seen = ArticleHeader.metadata(text, Layout.of(text, all.title()));
    return Optional.of(
        ArticleStreams.createArticle(
            mail.id(), header.text(), all.withFallback(seen), place, maxLength));
  }

  private Stream<Article> attached(
      MailMessage.Attachment attachment, MailMessage mail, Source source, Problems problems) {
    // The id of a text file is its name, which is not unique among messages.
    String prefix = mail.id().map(it -> it + "/").orElse("");
    Source file =
        new Source(
            source.name() + "!" + attachment.name(),
            prefix + attachment.name(),
            attachment.content());
    if (!SourceFormat.isKnown(file) || file.extension().isEmpty()) {
      problems.skipped(file.location(), "an attachment in a format that is not read");
      return Stream.empty();
    }
    return attachmentReader.apply(file);
  }
}
