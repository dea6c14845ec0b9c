package org.newsgraph.text;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations.BasicDependenciesAnnotation;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.newsgraph.article.Article;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Analyses English with Stanford CoreNLP: tokens, sentences, parts of speech, dependencies, names.
 *
 * <p>It is under the GPL and a stand-in: nothing outside this class knows of it. Loading the models
 * takes seconds and hundreds of megabytes, so one instance is made and shared.
 */
public final class CoreNlpAnalyser implements Analyser {
  private static final String NER = "edu/stanford/nlp/models/ner/english.";

  private final StanfordCoreNLP pipeline;

  /** Loads the models. */
  public CoreNlpAnalyser() {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
    settings.setProperty("tokenize.options", "untokenizable=noneKeep");
    settings.setProperty("ssplit.newlineIsSentenceBreak", "never");
    settings.setProperty(
        "ner.model",
        NER + "all.3class.distsim.crf.ser.gz," + NER + "conll.4class.distsim.crf.ser.gz");
    settings.setProperty("ner.applyNumericClassifiers", "false");
    settings.setProperty("ner.applyFineGrained", "false");
    settings.setProperty("ner.useSUTime", "false");
    settings.setProperty("ner.buildEntityMentions", "false");
    this.pipeline = new StanfordCoreNLP(settings);
  }

  @Override
  public AnalysedText analyse(Article article) {
    Layout layout = Layout.of(article.text(), article.metadata().title());
    List<Sentence> sentences = new ArrayList<>();
    for (Layout.Paragraph paragraph : layout.paragraphs()) {
      Annotation annotation = new Annotation(article.text().at(paragraph.span()));
      pipeline.annotate(annotation);
      int start = article.text().utf16(paragraph.span().begin());
      for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
        sentences.add(sentence(sentence, article.text(), start));
      }
    }
    return new AnalysedText(article, layout, sentences);
  }

  /** One sentence; its offsets in UTF-16 units count from the paragraph's start. */
  private static Sentence sentence(CoreMap sentence, Text text, int start) {
    List<CoreLabel> labels = sentence.get(CoreAnnotations.TokensAnnotation.class);
    SemanticGraph grammar = sentence.get(BasicDependenciesAnnotation.class);
    List<Token> tokens = new ArrayList<>(labels.size());
    for (CoreLabel label : labels) {
      Span span = text.span(start + label.beginPosition(), start + label.endPosition());
      IndexedWord node = grammar.getNodeByIndexSafe(label.index());
      SemanticGraphEdge edge =
          node == null || grammar.inDegree(node) == 0
              ? null
              : grammar.incomingEdgeIterable(node).iterator().next();
      tokens.add(
          new Token(
              span,
              text.at(span),
              label.lemma().toLowerCase(Locale.ROOT),
              label.tag(),
              edge == null ? -1 : edge.getGovernor().index() - 1,
              edge == null ? "root" : edge.getRelation().toString(),
              label(label.ner())));
    }
    return new Sentence(tokens);
  }

  private static Label label(String ner) {
    return switch (ner) {
      case "PERSON" -> Label.PERSON;
      case "ORGANIZATION" -> Label.ORGANISATION;
      case "LOCATION" -> Label.PLACE;
      case "MISC" -> Label.OTHER;
      default -> Label.NONE;
    };
  }
}
