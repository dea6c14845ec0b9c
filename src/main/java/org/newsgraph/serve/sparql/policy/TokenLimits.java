package org.newsgraph.serve.sparql.policy;

import static org.apache.jena.sparql.lang.arq.javacc.ARQParserConstants.*;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserTokenManager;
import org.apache.jena.sparql.lang.arq.javacc.SimpleCharStream;
import org.apache.jena.sparql.lang.arq.javacc.Token;
import org.apache.jena.sparql.lang.arq.javacc.TokenMgrError;
import org.newsgraph.serve.http.HttpError;

/**
 * The limits on the size and the nesting of a query or an update, measured before it is parsed:
 * Jena's parser and optimizer recurse for each level, and would otherwise exhaust the stack. The
 * tokens are those of the parser itself, so that comments, strings and escapes cannot hide any.
 *
 * <p>The <em>depth</em> is the number of open brackets and of signs before an operand. The
 * <em>height</em> is that of the syntax tree: of a chain such as {@code ?a || ?b || ?c}, or {@code
 * {} UNION {} UNION {}}, each link is one level of the tree.
 */
public final class TokenLimits {
  /** Maximum depth; queries written by people or programs stay far below it. */
  public static final int MAX_DEPTH = 150;

  /** Maximum height. */
  public static final int MAX_HEIGHT = 1000;

  /** Maximum number of tokens without those of data and templates, which need no recursion. */
  public static final int MAX_TOKENS = 200_000;

  /** Maximum length of an RDF list in tokens: Jena's parser takes quadratic time for it. */
  public static final int MAX_LIST = 10_000;

  /** Maximum number of prefixes that are declared. */
  public static final int MAX_PREFIXES = 5_000;

  private final Deque<Level> levels = new ArrayDeque<>();
  private int depth;
  private int signs;
  private int tokens;
  private int prefixes;

  /** An open bracket, or the complete text. */
  private static final class Level {
    final boolean parenthesis;
    final boolean data;
    final int depth;

    /** Height of the tree so far, and of the highest of the arguments before it. */
    int height;

    int highestArgument;

    /** Number of tokens since the last comma. */
    int length;

    Level(boolean parenthesis, boolean data, int depth) {
      this.parenthesis = parenthesis;
      this.data = data;
      this.depth = depth;
    }
  }

  private TokenLimits() {
    levels.push(new Level(false, false, 0));
  }

  /**
   * Checks the text of a query or an update.
   *
   * @throws HttpError with status 400 if it is nested too deeply, and 413 if it is too long
   */
  public static void check(String sparql) {
    new TokenLimits().read(sparql);
  }

  private void read(String sparql) {
    ARQParserTokenManager lexer =
        new ARQParserTokenManager(new SimpleCharStream(new StringReader(sparql), 1, 1));
    try {
      int previous = EOF;
      for (Token token = lexer.getNextToken();
          token.kind != EOF && !levels.isEmpty();
          token = lexer.getNextToken()) {
        read(token.kind, previous);
        previous = token.kind;
      }
    } catch (TokenMgrError e) {
      // The parser, which reads no further than this, reports the error with its position.
      return;
    }
  }

  private void read(int token, int previous) {
    Level level = levels.peek();
    if (!level.data && ++tokens > MAX_TOKENS) {
      throw new HttpError(413, "the query has more than " + MAX_TOKENS + " words and signs");
    }
    if (level.parenthesis && token != COMMA && ++level.length > MAX_LIST) {
      throw HttpError.badRequest(
          "a list has more than "
              + MAX_LIST
              + " elements; send longer lists to the graph store instead");
    }
    switch (token) {
      case LPAREN, LBRACKET, LT2, L_TRIPLE, L_ANN -> open(token == LPAREN, level.data);
      case LBRACE -> {
        grow(level);
        open(false, level.data || isTemplate(previous));
      }
      case RPAREN, RBRACKET, RBRACE, GT2, R_TRIPLE, R_ANN -> close();
      case BANG, CARAT, PLUS, MINUS -> {
        signs++;
        requireDepth();
        grow(level);
      }
      case COMMA -> {
        signs = 0;
        level.length = 0;
        if (level.parenthesis) {
          level.highestArgument = Math.max(level.highestArgument, level.height);
          level.height = 0;
        } else {
          grow(level);
        }
      }
      case INTEGER_POSITIVE,
          DECIMAL_POSITIVE,
          DOUBLE_POSITIVE,
          INTEGER_NEGATIVE,
          DECIMAL_NEGATIVE,
          DOUBLE_NEGATIVE -> {
        signs = 0;
        if (level.parenthesis) {
          grow(level);
        }
      }
      case SC_OR,
          SC_AND,
          STAR,
          SLASH,
          VBAR,
          DOT,
          SEMICOLON,
          FILTER,
          BIND,
          LET,
          SERVICE,
          GRAPH,
          UNFOLD,
          OPTIONAL,
          LATERAL,
          UNION,
          MINUS_P,
          SEMIJOIN,
          ANTIJOIN -> {
        signs = 0;
        grow(level);
        if (token == SEMICOLON && levels.size() == 1) {
          // The next operation of an update.
          level.height = 0;
        }
      }
      case PREFIX -> {
        if (++prefixes > MAX_PREFIXES) {
          throw new HttpError(413, "the query declares more than " + MAX_PREFIXES + " prefixes");
        }
      }
      default -> signs = 0;
    }
  }

  /** Tests whether a brace after a keyword opens data or a template of triples. */
  private static boolean isTemplate(int keyword) {
    return switch (keyword) {
      case INSERT_DATA, DELETE_DATA, INSERT, DELETE, CONSTRUCT -> true;
      default -> false;
    };
  }

  private void open(boolean parenthesis, boolean data) {
    levels.push(new Level(parenthesis, data, 1 + signs));
    depth += 1 + signs;
    signs = 0;
    requireDepth();
  }

  private void close() {
    Level closed = levels.pop();
    depth -= closed.depth;
    signs = 0;
    if (!levels.isEmpty()) {
      Level level = levels.peek();
      level.height = Math.max(level.height, 1 + Math.max(closed.height, closed.highestArgument));
      requireHeight(level);
    }
  }

  private static void grow(Level level) {
    if (!level.data) {
      level.height++;
      requireHeight(level);
    }
  }

  private void requireDepth() {
    if (depth + signs > MAX_DEPTH) {
      throw HttpError.badRequest("the query is nested more than " + MAX_DEPTH + " levels deep");
    }
  }

  private static void requireHeight(Level level) {
    if (level.height > MAX_HEIGHT) {
      throw HttpError.badRequest(
          "the query combines more than "
              + MAX_HEIGHT
              + " patterns, operators or steps of a path; list many values with VALUES or IN");
    }
  }
}
