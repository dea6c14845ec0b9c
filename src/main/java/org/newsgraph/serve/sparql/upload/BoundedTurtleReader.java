package org.newsgraph.serve.sparql.upload;

import java.io.InputStream;
import java.io.Reader;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.lang.LangRIOT;
import org.apache.jena.riot.lang.LangTriG;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.riot.tokens.TokenizerWrapper;
import org.apache.jena.sparql.util.Context;
import org.newsgraph.serve.sparql.policy.NestedText;

/**
 * A reader of Turtle and TriG with a limited depth of lists, blank nodes and triple terms. Jena's
 * parser recurses for each of them.
 */
final class BoundedTurtleReader implements ReaderRIOT {
  private final Lang lang;
  private final ParserProfile profile;

  BoundedTurtleReader(Lang lang, ParserProfile profile) {
    this.lang = lang;
    this.profile = profile;
  }

  @Override
  public void read(InputStream in, String base, ContentType type, StreamRDF out, Context context) {
    parse(TokenizerText.create().source(in).errorHandler(profile.getErrorHandler()).build(), out);
  }

  @Override
  public void read(Reader in, String base, ContentType type, StreamRDF out, Context context) {
    parse(TokenizerText.create().source(in).errorHandler(profile.getErrorHandler()).build(), out);
  }

  private void parse(Tokenizer text, StreamRDF out) {
    Tokenizer tokens = new BoundedTokenizer(text);
    LangRIOT parser =
        RDFLanguages.sameLang(lang, Lang.TRIG)
            ? new LangTriG(tokens, profile, out)
            : new LangTurtle(tokens, profile, out);
    parser.parse();
  }

  /** Counts the open brackets of the tokens that the parser takes. */
  private static final class BoundedTokenizer extends TokenizerWrapper {
    private int depth;

    BoundedTokenizer(Tokenizer text) {
      super(text);
    }

    @Override
    public Token next() {
      Token token = super.next();
      switch (token.getType()) {
        case LPAREN, LBRACKET, LBRACE, LT2, L_TRIPLE, L_ANN -> depth++;
        case RPAREN, RBRACKET, RBRACE, GT2, R_TRIPLE, R_ANN -> depth--;
        case LITERAL_DT -> {
          requireShallow(token);
          return token;
        }
        default -> {
          return token;
        }
      }
      requireDepth(token);
      return token;
    }

    private static void requireShallow(Token literal) {
      if (NestedText.isTooDeep(literal.getImage())) {
        throw new RiotParseException(
            "a literal has brackets that are nested more than "
                + NestedText.MAX_DEPTH
                + " levels deep",
            literal.getLine(),
            literal.getColumn());
      }
    }

    private void requireDepth(Token token) {
      if (depth > UploadReaders.MAX_DEPTH) {
        throw new RiotParseException(
            "lists and blank nodes are nested more than "
                + UploadReaders.MAX_DEPTH
                + " levels deep",
            token.getLine(),
            token.getColumn());
      }
    }
  }
}
