package org.newsgraph.extract.coref;

import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Speaker;

/** Somebody to whom a source without a name may refer. */
sealed interface SpeakerCandidate {
  /** Tests whether a speaker is this candidate. */
  boolean is(Speaker speaker);

  /** Returns this candidate as the speaker of a source. */
  Speaker toSpeaker(Span source, String words);

  /** An entity that the article names. */
  record Named(Entity entity) implements SpeakerCandidate {
    @Override
    public boolean is(Speaker speaker) {
      return speaker instanceof Speaker.Known known && known.entity().equals(entity);
    }

    @Override
    public Speaker toSpeaker(Span source, String words) {
      return new Speaker.Known(source, words, entity);
    }
  }

  /** An earlier speaker without a name. */
  record Earlier(Speaker.Described first) implements SpeakerCandidate {
    @Override
    public boolean is(Speaker speaker) {
      return speaker instanceof Speaker.Described described
          && described.description().equals(first.description());
    }

    @Override
    public Speaker toSpeaker(Span source, String words) {
      return new Speaker.Described(source, words, first.description(), first.name());
    }
  }

  /** Nobody else: the words of the source are all that the article tells about the speaker. */
  record New() implements SpeakerCandidate {
    @Override
    public boolean is(Speaker speaker) {
      return speaker instanceof Speaker.Described described
          && described.description().equals(described.span());
    }

    @Override
    public Speaker toSpeaker(Span source, String words) {
      return new Speaker.Described(source, words, source, words);
    }
  }
}
