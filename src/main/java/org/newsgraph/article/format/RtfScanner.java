package org.newsgraph.article.format;

import java.nio.charset.StandardCharsets;

/**
 * Splits the bytes of a rich text document into tokens: starts and ends of groups, control words,
 * and bytes of text. Line ends of the file and binary data are skipped.
 */
final class RtfScanner {
  /** Type of a token. */
  enum Token {
    GROUP_START,
    GROUP_END,
    /** A control word or symbol; {@link #word()} and {@link #parameter} describe it. */
    CONTROL,
    /** A byte of text in the current charset; {@link #value()} returns it. */
    BYTE,
    END
  }

  private static final int MAX_WORD_LENGTH = 32;
  private static final int MAX_DIGITS = 10;

  private final byte[] bytes;
  private int at;
  private String word = "";
  private boolean hasParameter;
  private int parameter;
  private int value;

  RtfScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Moves to the next token and returns its type. */
  Token next() {
    while (at < bytes.length) {
      int b = bytes[at++] & 0xFF;
      switch (b) {
        case '{' -> {
          return Token.GROUP_START;
        }
        case '}' -> {
          return Token.GROUP_END;
        }
        case '\\' -> {
          return control();
        }
        case '\r', '\n', 0 -> {}
        default -> {
          value = b;
          return Token.BYTE;
        }
      }
    }
    return Token.END;
  }

  /** Returns the control word without its backslash, or the character of a control symbol. */
  String word() {
    return word;
  }

  /** Returns the parameter of the control word, or a default if it has none. */
  int parameter(int missing) {
    return hasParameter ? parameter : missing;
  }

  /** Returns the byte of text, from 0 to 255. */
  int value() {
    return value;
  }

  private Token control() {
    hasParameter = false;
    if (at >= bytes.length) {
      return Token.END;
    }
    int b = bytes[at] & 0xFF;
    if (isLetter(b)) {
      return controlWord();
    }
    at++;
    return switch (b) {
      case '\\', '{', '}' -> {
        value = b;
        yield Token.BYTE;
      }
      case '\'' -> hexadecimalByte();
      // A backslash at the end of a line is a paragraph mark.
      case '\r', '\n' -> {
        if (b == '\r' && at < bytes.length && bytes[at] == '\n') {
          at++;
        }
        word = "par";
        yield Token.CONTROL;
      }
      default -> {
        word = String.valueOf((char) b);
        yield Token.CONTROL;
      }
    };
  }

  private Token hexadecimalByte() {
    int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
    if (high < 0 || low < 0) {
      word = "'";
      return Token.CONTROL;
    }
    at += 2;
    value = high * 16 + low;
    return Token.BYTE;
  }

  private Token controlWord() {
    int start = at;
    while (at < bytes.length && at - start < MAX_WORD_LENGTH && isLetter(bytes[at])) {
      at++;
    }
    word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
    readParameter();
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    if (word.equals("bin")) {
      at += Math.min(Math.max(0, parameter(0)), bytes.length - at);
    }
    return Token.CONTROL;
  }

  private void readParameter() {
    int start = at;
    boolean isNegative = at < bytes.length && bytes[at] == '-';
    int digits = isNegative ? at + 1 : at;
    int end = digits;
    long number = 0;
    while (end < bytes.length && end - digits < MAX_DIGITS && isDigit(bytes[end])) {
      number = number * 10 + (bytes[end++] - '0');
    }
    hasParameter = end > digits;
    at = hasParameter ? end : start;
    parameter = (int) Math.max(Integer.MIN_VALUE, isNegative ? -number : number);
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }
}
