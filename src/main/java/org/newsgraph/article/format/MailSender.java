package org.newsgraph.article.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.WordLists;
import org.newsgraph.article.layout.Byline;

/**
 * The sender of a mail: a person, or an organisation such as a press office.
 *
 * @param name name without the address; may be empty
 * @param mailbox part of the address before "@", in lower case
 * @param domain domain of the address, in lower case
 */
record MailSender(String name, String mailbox, String domain) {
  private static final Set<String> PROVIDERS =
      WordLists.entries(MailSender.class, "mail-providers.txt");

  /** Mailboxes of offices. */
  private static final Pattern OFFICE =
      Pattern.compile(
          ".*(?:press|media|news|info|office|comms|communications?|contact|editor|desk|admin|mail"
              + "|hello|team|support|events|no-?reply|\\bpr\\b).*");

  /** A name in the order of an address book: "Roe, Jane". */
  private static final Pattern INVERTED_NAME =
      Pattern.compile("(\\p{Lu}[\\p{L}'’ -]*), (\\p{Lu}[\\p{L}'’. -]*)");

  private static final Pattern MAILBOX =
      Pattern.compile(
          "(.{0,200}?)[\\s<\\[(]{0,5}(?:mailto:)?([\\w.+-]{1,64})@([\\w.-]{3,253})[>\\])]*");

  MailSender {
    Matcher inverted = INVERTED_NAME.matcher(name);
    String ordered = inverted.matches() ? inverted.group(2) + " " + inverted.group(1) : name;
    name = Byline.isName(ordered) ? ordered : name;
  }

  /** Parses a field such as "Jane Roe &lt;jane@council.example&gt;". */
  static Optional<MailSender> parse(String field) {
    Matcher mailbox = MAILBOX.matcher(field.strip());
    return mailbox.matches()
        ? Optional.of(
            new MailSender(
                mailbox.group(1).replace("\"", "").strip(),
                mailbox.group(2).toLowerCase(Locale.ROOT),
                mailbox.group(3).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /**
   * Adds author and publisher. The sender is the author if the name is that of a person, otherwise
   * the publisher. A person's publisher is the domain, unless it is that of a mail provider.
   */
  void addTo(MetadataBuilder metadata) {
    if (isPerson()) {
      metadata.author(name);
    } else if (!name.contains("@")) {
      metadata.publisher(name);
    }
    if (domain.contains(".") && !PROVIDERS.contains(domain)) {
      metadata.publisher(domain);
    }
  }

  /** Tests whether the sender is a person: "Belton Trust" of press@belton.example is not. */
  private boolean isPerson() {
    if (!Byline.isName(name)) {
      return false;
    }
    List<String> words =
        Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
            .filter(it -> it.length() > 2)
            .toList();
    boolean isOrganisation =
        OFFICE.matcher(mailbox).matches() || words.stream().anyMatch(domain::contains);
    return !isOrganisation || words.stream().anyMatch(mailbox::contains);
  }
}
