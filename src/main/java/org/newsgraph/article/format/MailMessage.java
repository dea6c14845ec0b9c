package org.newsgraph.article.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.util.MimeUtil;
import org.jsoup.Jsoup;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Source;
import org.newsgraph.article.decode.TextDecoder;

/** A parsed mail message: its metadata, its text and its attachments. */
final class MailMessage {
  /**
   * Length of the text in HTML, in multiples of the plain text's, up to which the latter is used.
   */
  private static final int MAX_HTML_RATIO = 4;

  /** Nesting depth of parts beyond which they are ignored. */
  private static final int MAX_DEPTH = 10;

  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderLen(1 << 20)
          .setMaxHeaderCount(10_000)
          .setMalformedHeaderStartsBody(false)
          .build();

  /**
   * A file that is attached to a message.
   *
   * @param name file name
   * @param content opens the decoded content
   */
  record Attachment(String name, Source.Opening content) {}

  private final Message message;
  private final List<String> plainTexts = new ArrayList<>();
  private final List<String> htmlTexts = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();

  private MailMessage(Message message) {
    this.message = message;
  }

  static MailMessage parse(byte[] bytes) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(CONFIG);
    MailMessage mail = new MailMessage(builder.parseMessage(new ByteArrayInputStream(bytes)));
    mail.readPart(mail.message, 0);
    return mail;
  }

  /** Returns the message's identifier without its angle brackets. */
  Optional<String> id() {
    return Optional.ofNullable(message.getMessageId())
        .map(it -> it.replaceAll("[<>\\s]", ""))
        .filter(it -> !it.isEmpty());
  }

  List<Attachment> attachments() {
    return List.copyOf(attachments);
  }

  /**
   * Returns the text as it was sent: the plain text, unless it is only a note that the message is
   * in HTML.
   */
  String text() {
    String plain = String.join("\n\n", plainTexts).strip();
    String html = String.join("\n\n", htmlTexts).strip();
    return html.length() > MAX_HTML_RATIO * plain.length() ? html : plain;
  }

  /** Adds the metadata of the header: subject, date and sender. */
  void read(MetadataBuilder metadata) {
    String subject = subject();
    metadata.title(subject.replaceFirst("(?i)^(?:(?:re|fwd?|aw|wg|tr):\\s*)+", ""));
    raw("Date").forEach(metadata::published);
    raw("Organization").forEach(metadata::publisher);
    raw("Content-Language").forEach(metadata::language);
    if (message.getFrom() != null) {
      for (Mailbox sender : message.getFrom()) {
        new MailSender(
                sender.getName() == null ? "" : sender.getName().strip(),
                sender.getLocalPart() == null ? "" : sender.getLocalPart().toLowerCase(Locale.ROOT),
                sender.getDomain() == null ? "" : sender.getDomain().toLowerCase(Locale.ROOT))
            .addTo(metadata);
      }
    }
  }

  /** Returns the subject, which old programs send without naming its encoding. */
  private String subject() {
    String subject = message.getSubject() == null ? "" : message.getSubject();
    Field field = message.getHeader().getField("Subject");
    if (subject.contains("\uFFFD") && field != null && field.getRaw() != null) {
      String line = TextDecoder.decode(field.getRaw().toByteArray()).text();
      subject = MimeUtil.unfold(line).replaceFirst("^[^:]*:\\s*", "");
    }
    return TextDecoder.withoutControls(subject);
  }

  private List<String> raw(String name) {
    return message.getHeader().getFields(name).stream()
        .map(Field::getBody)
        .map(MimeUtil::unfold)
        .toList();
  }

  private void readPart(Entity entity, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      return;
    }
    Body body = entity.getBody();
    if (body instanceof Multipart multipart) {
      for (Entity part : multipart.getBodyParts()) {
        readPart(part, depth + 1);
      }
    } else if (body instanceof SingleBody single) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      single.writeTo(bytes);
      readContent(entity, bytes.toByteArray());
    } else if (body instanceof Message attached) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new DefaultMessageWriter().writeMessage(attached, bytes);
      attach("message.eml", bytes.toByteArray());
    }
  }

  private void readContent(Entity part, byte[] bytes) {
    String type = part.getMimeType().toLowerCase(Locale.ROOT);
    String file = part.getFilename();
    boolean isText = type.equals("text/plain") || type.equals("text/html");
    if (isText && file == null && !"attachment".equals(part.getDispositionType())) {
      String text =
          TextDecoder.decodeDeclared(bytes, Optional.ofNullable(part.getCharset())).text();
      if (type.equals("text/html")) {
        htmlTexts.add(HtmlText.of(Jsoup.parse(text).body()));
      } else {
        plainTexts.add(joinFlowedLines(part, text.replace("\r\n", "\n").replace('\r', '\n')));
      }
    } else if (!type.startsWith("image/") && bytes.length > 0) {
      attach(file == null ? "unnamed (" + type + ")" : file, bytes);
    }
  }

  private void attach(String name, byte[] bytes) {
    attachments.add(new Attachment(name, () -> new ByteArrayInputStream(bytes)));
  }

  /** Joins the lines that a mail program has wrapped (RFC 3676); they end with a space. */
  private static String joinFlowedLines(Entity part, String text) {
    boolean isFlowed =
        part.getHeader() != null
            && part.getHeader().getField("Content-Type") instanceof ContentTypeField type
            && "flowed".equalsIgnoreCase(type.getParameter("format"));
    return isFlowed ? text.replaceAll("(?m)(?<!^--) \\n(?![>\\n])", " ") : text;
  }
}
