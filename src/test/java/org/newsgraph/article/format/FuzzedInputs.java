package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;

/**
 * Program that reads damaged variants of a small file of each format, with a fixed seed. It runs in
 * a process of its own, whose memory is limited. Arguments: the file name of the format, and the
 * number of variants. It prints one line for each kind of failure, and ends with "read N variants".
 */
final class FuzzedInputs {
  /** Maximum time to read a variant, in milliseconds. */
  private static final long MAX_MILLIS = 5_000;

  private static final int MAX_LENGTH = 100_000;

  private static final String TEXT =
      "Magda Lorne said the harbour of Elmswick “will stay open”. “We wait,” said Gareth Finch.";

  /** Tokens that mean something in one of the formats. */
  private static final String[] TOKENS = {
    "<",
    ">",
    "&",
    "&#x0;",
    "&amp",
    "]]>",
    "<![CDATA[",
    "\"",
    "{",
    "}",
    "[",
    "\\",
    "\\u0",
    "\\'",
    "\\bin99999999 ",
    "\\u-32768?",
    "\0",
    "\r",
    "\n\n",
    "\uFEFF",
    "é",
    "\uD83D\uDE00",
    "%PDF-",
    "obj",
    "endobj",
    "stream",
    "/Length 999999999",
    "PK\3\4",
    "\u001F\u008B",
    "WARC/1.0\r\n",
    "Content-Length: 99999999999\r\n",
    "Content-Length: -1\r\n",
    "Transfer-Encoding: chunked\r\n",
    "\r\n\r\n",
    "From ",
    "--",
    "boundary=",
    "=?utf-8?B?/////?=",
    "1e400",
    "-0",
    "99999999999999999999",
    "0001-01-01",
    "30 Feb 2018",
    "<script>",
    "</p>",
    "<article>",
    "---\n",
    "# ",
    "Document 1 of 2\n",
    "Length: ",
    "LENGTH",
    "BODY",
    "Load-Date:",
    "HD",
    "TD"
  };

  private static final String RTF =
      "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}{\\info{\\title Harbour}{\\author Nora"
          + " Pell}{\\creatim\\yr2024\\mo5\\dy7}}\\pard Harbour to close\\par The caf\\'e9 \\u8220?will"
          + " close\\u8221? said Magda Lorne.{\\footnote A note.}\\par"
          + " {\\field{\\fldinst X}{\\fldrslt linked}}\\cell\\row}";

  private static final String MARKDOWN =
      "---\ntitle: \"Harbour\"\nauthors:\n  - Nora Pell\ndate: 2024-05-07\n---\n\n# Harbour\n\n*"
          + TEXT
          + "*\n\n> [quoted](https://gazette.example)\n\n- item\n";

  private static final String[] ODT_PARTS = {
    "mimetype",
    "application/vnd.oasis.opendocument.text",
    "content.xml",
    "<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text><t:h>Harbour</t:h><t:p>"
        + TEXT
        + "</t:p></o:text></o:body></o:document-content>",
    "meta.xml",
    "<o:document-meta xmlns:o='o' xmlns:dc='d'><o:meta><dc:title>Harbour</dc:title></o:meta>"
        + "</o:document-meta>"
  };

  private static final String[] EPUB_PARTS = {
    "mimetype",
    "application/epub+zip",
    "META-INF/container.xml",
    "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>",
    "book.opf",
    "<package><metadata><title>Gazette</title></metadata><manifest><item id='a' href='a.xhtml'"
        + " media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine>"
        + "</package>",
    "a.xhtml",
    "<html><body><h1>Harbour</h1><p>" + TEXT.repeat(5) + "</p></body></html>"
  };

  private static final String FACTIVA =
      "Harbour to close\n\nNora Pell\n40 words\n7 May 2024\n10:15\nElmswick Gazette\nELMGAZ\nEnglish\n"
          + "© 2024 Elmswick Press.\n\n"
          + TEXT
          + "\n\nDocument ELMGAZ0020240507ek5700012\n\n";

  private static final String PROQUEST =
      "Document 1 of 2\n\nHarbour to close\n\nAuthor: Pell, Nora\n\nFull text: "
          + TEXT
          + "\n\nTitle: Harbour to close\n\nPublication title: Elmswick Gazette\n\nPublication date:"
          + " May 7, 2024\n\nProQuest document ID: 12345\n\nDatabase: ProQuest Central\n\n"
          + "_".repeat(40)
          + "\n\n";

  private static final String GALE =
      "Title: Harbour to close\nAuthor(s): Nora Pell\nSource: Elmswick Gazette. (May 7, 2024): p4.\n"
          + "Full Text:\n"
          + TEXT
          + "\nGale Document Number: GALE|A12345\n\n";

  private static final String EUROPRESSE =
      "Elmswick Gazette\nLocal, mardi 7 mai 2024 40 mots, p. 4\n\nHarbour to close\nNora Pell\n\n"
          + TEXT
          + "\n\n© 2024 Elmswick Gazette. Tous droits réservés.\n"
          + "Numéro de document : news·20240507·EG·0012\n";

  private static final String RETRIEVER =
      "Harbour to close\n\nElmswick Gazette, 2024-05-07\n\nPublicerat i print.\n\n"
          + TEXT
          + "\n\n© Elmswick Gazette eller artikelförfattaren.\n\n"
          + "=".repeat(60)
          + "\n";

  private static final String LETTERS =
      """
      Letters to the editor

      SIR – The harbour was full. I said so.

      Nora Pell
      Elmswick

      SIR – It was not.

      Gareth Finch (Mr)
      Dunmore
      """;

  private static final String ATOM =
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Gazette</title><id>f</id>"
          + "<updated>2024-05-07T10:00:00Z</updated><entry><id>a</id><title>Harbour</title>"
          + "<published>2024-05-07T10:00:00Z</published><content type='html'>&lt;p&gt;"
          + TEXT
          + "&lt;/p&gt;</content></entry></feed>";

  private FuzzedInputs() {}

  /** Returns a valid file of each format, by its name. */
  static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String lines = "{\"id\": \"a\", \"title\": \"Harbour\", \"text\": \"" + TEXT + "\"}\n";
    String feed =
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
            + "<title>Gazette</title><item><guid>a</guid><title>Harbour</title>"
            + "<pubDate>Tue, 07 May 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>"
            + TEXT
            + "</p>]]></content:encoded></item></channel></rss>";
    String nitf =
        "<nitf><head><title>Harbour</title></head><body><body.head><byline>By Nora Pell</byline>"
            + "</body.head><body.content><p>"
            + TEXT
            + "</p></body.content></body></nitf>";
    files.put("a.txt", ("Harbour to close\n\nBy Nora Pell\n\n" + TEXT).getBytes(UTF_8));
    files.put("a.jsonl", lines.repeat(3).getBytes(UTF_8));
    files.put("a.json", ("[" + lines.strip() + ",\n" + lines.strip() + "]").getBytes(UTF_8));
    files.put(
        "ninjs.json",
        ("{\"uri\": \"urn:a\", \"type\": \"text\", \"versioncreated\": \"2024-05-07T10:00:00Z\","
                + " \"headline\": \"Harbour\", \"body_xhtml\": \"<p>"
                + TEXT
                + "</p>\"}")
            .getBytes(UTF_8));
    files.put("a.html", FormatsTest.PAGE.getBytes(UTF_8));
    files.put("a.rss", feed.getBytes(UTF_8));
    files.put("a.xml", nitf.getBytes(UTF_8));
    files.put(
        "message.xml",
        ("<newsMessage><itemSet><newsItem guid='urn:a'><itemMeta><itemClass qcode='ninat:text'/>"
                + "</itemMeta><contentSet><inlineXML>"
                + nitf
                + "</inlineXML></contentSet></newsItem></itemSet></newsMessage>")
            .getBytes(UTF_8));
    files.put("archive.txt", pressArchive().getBytes(UTF_8));
    files.put("a.warc", warc());
    files.put(
        "a.zip", FormatsTest.zip("a.txt", TEXT, "b.jsonl", lines, "c.html", FormatsTest.PAGE));
    files.put("a.txt.gz", FormatsTest.gzip(TEXT.getBytes(UTF_8)));
    files.put("a.docx", FormatsTest.zip("word/document.xml", docx()));
    files.put("document.xml.docx", docx().getBytes(UTF_8));
    files.put("a.pdf", pdf());
    files.put("a.rtf", RTF.getBytes(UTF_8));
    files.put("a.eml", mail().getBytes(UTF_8));
    files.put(
        "a.mbox",
        ("From a Mon May  6 08:15:00 2024\n" + mail() + "\n\n").repeat(3).getBytes(UTF_8));
    files.put("a.md", MARKDOWN.getBytes(UTF_8));
    files.put("a.odt", FormatsTest.zip(ODT_PARTS));
    files.put("a.epub", FormatsTest.zip(EPUB_PARTS));
    files.put("factiva.txt", FACTIVA.repeat(2).getBytes(UTF_8));
    files.put("proquest.txt", PROQUEST.repeat(2).getBytes(UTF_8));
    files.put("gale.txt", GALE.repeat(2).getBytes(UTF_8));
    files.put("europresse.txt", EUROPRESSE.repeat(2).getBytes(UTF_8));
    files.put("retriever.txt", RETRIEVER.repeat(2).getBytes(UTF_8));
    files.put("letters.txt", LETTERS.getBytes(UTF_8));
    files.put(
        "a.wacz",
        FormatsTest.zip("datapackage.json", "{}", "archive/a.warc", new String(warc(), UTF_8)));
    files.put("a.warc.zst", Zstd.compress(warc()));
    files.put("atom.xml", ATOM.getBytes(UTF_8));
    return files;
  }

  private static String pressArchive() {
    String document =
        """
        Document 1 of 1

        Harbour to close

        Elmswick Gazette

        May 7, 2024 Tuesday

        Copyright 2024 Elmswick Press

        Section: NEWS; Pg. 7
        Length: 40 words
        Byline: Nora Pell

        Body

        %s

        Load-Date: May 8, 2024

        End of Document

        """
            .formatted(TEXT);
    return document.repeat(2);
  }

  private static String mail() {
    return "From: Nora Pell <nora@gazette.example>\nSubject: =?utf-8?Q?Harbour?=\nDate: Tue, 7 May 2024"
        + " 10:00:00 +0100\nMessage-ID: <a@gazette.example>\nContent-Type: multipart/mixed;"
        + " boundary=B\n\n--B\nContent-Type: text/plain; charset=utf-8\n\n"
        + TEXT
        + "\n--B\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n"
        + "Content-Transfer-Encoding: base64\n\nTWFnZGEgTG9ybmUgc2FpZCBubyBtb3JlLg==\n--B--\n";
  }

  private static byte[] warc() {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
            + FormatsTest.PAGE.getBytes(UTF_8).length
            + "\r\n\r\n"
            + FormatsTest.PAGE;
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/a\r\n"
            + "WARC-Date: 2024-05-06T07:08:09Z\r\n"
            + "WARC-Record-ID: <urn:uuid:d7ae5c10-e6b3-4d27-967d-34780c58ba39>\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.getBytes(UTF_8).length
            + "\r\n\r\n"
            + http
            + "\r\n\r\n";
    return record.repeat(2).getBytes(UTF_8);
  }

  private static String docx() {
    return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        + "<w:body><w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Harbour</w:t></w:r></w:p>"
        + "<w:p><w:ins><w:r><w:t>"
        + TEXT
        + "</w:t></w:r></w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>"
        + "</w:body></w:document>";
  }

  private static byte[] pdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.TIMES_ROMAN), 12);
        content.newLineAtOffset(72, 700);
        content.showText("Magda Lorne said the harbour of Elmswick will stay open this winter.");
        content.endText();
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  public static void main(String[] args) throws IOException {
    String name = args[0];
    byte[] valid = files().get(name);
    int variants = Integer.parseInt(args[1]);
    Random random = new Random(28);
    for (int i = 0; i < variants; i++) {
      byte[] damaged = damage(valid, random);
      // A part of a document that is packed is damaged before it is packed.
      boolean packed = name.equals("document.xml.docx");
      byte[] input =
          packed ? FormatsTest.zip("word/document.xml", new String(damaged, UTF_8)) : damaged;
      String failure = read(packed ? "a.docx" : name, input);
      if (!failure.isEmpty()) {
        System.out.println("variant " + i + ": " + failure);
      }
    }
    System.out.println("read " + variants + " variants");
  }

  /** Reads a variant. Returns a description of the failure, or an empty string. */
  private static String read(String name, byte[] input) {
    long start = System.nanoTime();
    int[] counted = new int[1];
    StringBuilder failure = new StringBuilder();
    Problems problems =
        new Problems(
            problem -> {
              counted[0] += problem.severity() == Problem.Severity.WARNING ? 0 : 1;
              if (problem.toString().contains("\n")) {
                failure.append("several lines: ").append(problem);
              }
              if (problem.location().source().isEmpty()) {
                failure.append("no location: ").append(problem);
              }
            });
    Source source = new Source(name, name, () -> new ByteArrayInputStream(input));
    try (Stream<Article> articles = new FormatDetectingReader(MAX_LENGTH).read(source, problems)) {
      articles.forEach(article -> counted[0]++);
    } catch (RuntimeException | StackOverflowError e) {
      failure.append(e).append(" at ").append(Arrays.toString(e.getStackTrace()).substring(0, 300));
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (millis > MAX_MILLIS) {
      failure.append("took ").append(millis).append(" ms");
    }
    if (counted[0] == 0) {
      failure.append("neither an article nor a problem");
    }
    return failure.toString();
  }

  /** Returns a variant with one to four random changes. */
  private static byte[] damage(byte[] valid, Random random) {
    byte[] bytes = valid;
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      bytes = change(bytes, random);
    }
    return bytes;
  }

  private static byte[] change(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(1 + Math.min(200, bytes.length)));
    byte[] head = Arrays.copyOf(bytes, from);
    byte[] tail = Arrays.copyOfRange(bytes, from, bytes.length);
    byte[] rest = Arrays.copyOfRange(bytes, to, bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> head;
      case 1 -> concat(head, rest);
      case 2 -> concat(head, Arrays.copyOfRange(bytes, from, to), tail);
      case 3 -> concat(head, TOKENS[random.nextInt(TOKENS.length)].getBytes(UTF_8), tail);
      case 4 -> concat(head, TOKENS[random.nextInt(TOKENS.length)].getBytes(ISO_8859_1), rest);
      default -> {
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        yield concat(head, noise, rest);
      }
    };
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
