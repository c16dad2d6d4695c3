package org.openpriorauth.packet;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.packet.Letter.Paragraph;

/**
 * The statement of medical necessity from the template, with no model in it: every code, date, name
 * and quantity is a fact's, every sentence about the record is a quotation or a reading with its
 * citation, and a criterion that is not met is not mentioned.
 */
public final class NecessityStatement {
  /** Characters of a quotation in the letter; the evidence index has all of it. */
  private static final int QUOTED = 320;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  private NecessityStatement() {}

  /** The same facts give the same letter. A fact without evidence is left out of it. */
  public static Letter of(NecessityFacts facts) {
    List<Paragraph> paragraphs = new ArrayList<>();
    paragraphs.add(opening(facts));
    record(paragraphs, facts, FixedSentence.CRITERIA);
    paragraphs.add(
        new Paragraph(
            List.of(Sentence.fixed(FixedSentence.ASK), Sentence.fixed(FixedSentence.OFFER))));
    return new Letter(paragraphs);
  }

  /** What the record documents, with the criteria under the given head. */
  static void record(List<Paragraph> paragraphs, NecessityFacts facts, FixedSentence head) {
    told(paragraphs, FixedSentence.FINDINGS, findings(facts));
    told(paragraphs, FixedSentence.THERAPIES, therapies(facts));
    told(paragraphs, head, criteria(facts));
  }

  private static void told(List<Paragraph> paragraphs, FixedSentence head, List<Paragraph> items) {
    if (!items.isEmpty()) {
      paragraphs.add(new Paragraph(List.of(Sentence.fixed(head))));
      paragraphs.addAll(items);
    }
  }

  private static Paragraph opening(NecessityFacts facts) {
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(Sentence.fixed(FixedSentence.OPENING, services(facts), who(facts.patient())));
    diagnosis(facts).ifPresent(sentences::add);
    sentences.add(Sentence.fixed(FixedSentence.ENCLOSED));
    return new Paragraph(sentences);
  }

  static String services(NecessityFacts facts) {
    return listed(
        facts.services().stream()
            .map(s -> coded(s.description(), (s.system() + " " + s.code()).strip(), s.code()))
            .toList());
  }

  static Optional<Sentence> diagnosis(NecessityFacts facts) {
    if (facts.diagnoses().isEmpty()) {
      return Optional.empty();
    }
    String diagnoses =
        listed(
            facts.diagnoses().stream()
                .map(d -> coded(d.description(), "ICD-10-CM " + d.code(), d.code()))
                .toList());
    return Optional.of(Sentence.fixed(FixedSentence.DIAGNOSIS, diagnoses));
  }

  static String who(NecessityFacts.Patient patient) {
    String age = patient.age().map(years -> ", age " + years).orElse("");
    String sex = patient.sex().isEmpty() ? "" : ", " + patient.sex().toLowerCase(Locale.ROOT);
    return "my patient " + patient.name() + age + sex;
  }

  private static String coded(String description, String label, String code) {
    return code.isEmpty() ? description : description + " (" + label + ")";
  }

  private static String listed(List<String> items) {
    if (items.size() < 3) {
      return String.join(" and ", items);
    }
    int last = items.size() - 1;
    return String.join("; ", items.subList(0, last)) + "; and " + items.get(last);
  }

  private static List<Paragraph> findings(NecessityFacts facts) {
    return facts.findings().stream()
        .filter(f -> !f.evidence().isEmpty())
        .map(
            f -> {
              String on = f.on() == null ? "" : " on " + DATE.format(f.on());
              return item(f.name() + on + ": " + ended(f.value()), f.evidence());
            })
        .toList();
  }

  private static List<Paragraph> therapies(NecessityFacts facts) {
    return facts.therapies().stream()
        .filter(t -> !t.evidence().isEmpty())
        .map(t -> item(therapy(t), t.evidence()))
        .toList();
  }

  /** Worded so that the name may be of one thing or of several. */
  private static String therapy(NecessityFacts.Therapy therapy) {
    String duration = therapy.duration();
    boolean counted = !duration.isEmpty() && Character.isDigit(duration.charAt(0));
    String lasted = duration.isEmpty() ? "" : (counted ? " for " : ", ") + duration;
    return therapy.outcome().isEmpty()
        ? "The record documents " + therapy.name() + lasted + "."
        : therapy.name()
            + lasted
            + ": the recorded outcome is \u201c"
            + unended(therapy.outcome())
            + "\u201d.";
  }

  private static Paragraph item(String text, List<CitedQuote> evidence) {
    return new Paragraph(List.of(Sentence.fact(text, evidence)), true);
  }

  private static List<Paragraph> criteria(NecessityFacts facts) {
    return facts.criteria().stream()
        .filter(c -> c.verdict() == Verdict.MET && !c.evidence().isEmpty())
        .map(NecessityStatement::criterion)
        .toList();
  }

  private static Paragraph criterion(IndexedCriterion criterion) {
    List<Sentence> sentences = new ArrayList<>();
    String lead = unended(criterion.text()) + ": the record states ";
    for (CitedQuote cited : criterion.evidence()) {
      String quote = "\u201c" + unended(shortened(cited.quote())) + "\u201d";
      sentences.add(Sentence.fact(lead + quote, List.of(cited)));
      lead = "It also states ";
    }
    return new Paragraph(sentences, true);
  }

  private static String ended(String text) {
    return unended(text) + ".";
  }

  private static String unended(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** Cut between words, and visibly. */
  private static String shortened(String quote) {
    String one = quote.replaceAll("\\s+", " ");
    if (one.length() <= QUOTED) {
      return one;
    }
    int space = one.lastIndexOf(' ', QUOTED);
    return one.substring(0, space > 0 ? space : QUOTED) + " \u2026";
  }
}
