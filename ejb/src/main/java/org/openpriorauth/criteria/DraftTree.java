package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openpriorauth.wire.fhir.QuestionnaireForm.Item;
import org.openpriorauth.wire.fhir.QuestionnaireForm.Kind;
import org.openpriorauth.wire.fhir.QuestionnaireForm.Option;
import org.openpriorauth.wire.json.Json;

/** A form's groups and questions as branches and criteria. */
final class DraftTree {
  private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
  private static final int LONGEST_HINT = 100;
  private static final int MOST_HINTS = 40;
  private static final int MOST_SAID = 10;
  private static final int LONGEST_SAID = 200;

  private final List<PolicyDraft.Note> notes;

  private DraftTree(List<PolicyDraft.Note> notes) {
    this.notes = notes;
  }

  /**
   * @param notes where what has no place in a tree is added
   */
  static PolicyPack.Node of(List<Item> items, List<PolicyDraft.Note> notes) {
    DraftTree tree = new DraftTree(notes);
    List<PolicyPack.Node> nodes = tree.nodes(items);
    if (nodes.size() == 1) {
      return nodes.get(0);
    }
    String detail = "All of its parts must be met: a form does not say otherwise.";
    notes.add(new PolicyDraft.Note(null, "operator", detail));
    return branch("all", null, nodes);
  }

  private List<PolicyPack.Node> nodes(List<Item> items) {
    List<PolicyPack.Node> nodes = new ArrayList<>();
    for (Item item : items) {
      switch (item.kind()) {
        case GROUP -> group(item).ifPresent(nodes::add);
        case DISPLAY -> words(item, nodes);
        default -> {
          nodes.add(leaf(item));
          below(item, nodes);
        }
      }
    }
    return nodes;
  }

  private Optional<PolicyPack.Node> group(Item item) {
    List<PolicyPack.Node> nodes = nodes(item.items());
    if (nodes.isEmpty()) {
      note(item, "empty", "The group has no question and is left out: %s".formatted(cut(item)));
      return Optional.empty();
    }
    Optional<PolicyPack.Node> own = own(item);
    if (own.isPresent()) {
      return Optional.of(branch(own.get().op(), own.get().n(), nodes));
    }
    note(item, "operator", "All of the group must be met: a form does not say otherwise.");
    if (!item.text().isEmpty()) {
      note(item, "heading", "A branch has no heading: %s".formatted(cut(item)));
    }
    return Optional.of(branch("all", null, nodes));
  }

  /** What a person is told goes with the criterion just before. */
  private void words(Item item, List<PolicyPack.Node> before) {
    int last = before.size() - 1;
    if (last < 0 || !before.get(last).leaf()) {
      note(item, "words", "No question stands before these words: %s".formatted(cut(item)));
    } else if (!item.text().isEmpty()) {
      PolicyPack.Node leaf = before.get(last);
      String ask = leaf.ask() == null ? item.text() : leaf.ask() + " " + item.text();
      before.set(last, leaf(leaf, leaf.id(), leaf.text(), ask));
    }
  }

  /** Questions below a question: a criterion has nothing below it. */
  private void below(Item item, List<PolicyPack.Node> nodes) {
    for (Item one : item.items()) {
      if (one.kind() != Kind.DISPLAY) {
        String detail = "It stood below “%s” and now stands beside it.";
        note(one, "beside", detail.formatted(item.linkId()));
        nodes.addAll(nodes(List.of(one)));
      }
    }
  }

  private PolicyPack.Node leaf(Item item) {
    String help =
        item.items().stream()
            .filter(one -> one.kind() == Kind.DISPLAY)
            .map(Item::text)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    Optional<PolicyPack.Node> own = own(item);
    if (own.isPresent()) {
      PolicyPack.Node node = own.get();
      return leaf(
          node,
          QuestionnaireDraft.said(item.linkId(), node.id()),
          QuestionnaireDraft.said(item.text(), node.text()),
          help.equals(PackQuestionnaire.said(node.ask())) ? node.ask() : orNull(help));
    }
    return asked(item, orNull(help));
  }

  /** What the item keeps of our own; a note if it cannot be used. */
  private Optional<PolicyPack.Node> own(Item item) {
    if (item.own() == null) {
      return Optional.empty();
    }
    try {
      PolicyPack.Node node = Json.mapper().readValue(item.own(), PolicyPack.Node.class);
      boolean branch = item.kind() == Kind.GROUP;
      if (node != null
          && (branch ? PolicyCheck.OPS.contains(node.op()) : PolicyCheck.sound(node))) {
        return Optional.of(node);
      }
    } catch (JsonProcessingException e) {
      // Said below.
    }
    note(item, "own", "What it keeps of a criterion cannot be used.");
    return Optional.empty();
  }

  /** Somebody else's question: a diagnosis if every answer is one, else in words. */
  private PolicyPack.Node asked(Item item, String ask) {
    List<Option> options = item.options();
    boolean diagnoses =
        item.answers().equals("choice")
            && !options.isEmpty()
            && options.stream().allMatch(o -> ICD_10_CM.equals(o.system()) && !o.code().isBlank());
    if (diagnoses) {
      List<String> codes = options.stream().map(Option::code).distinct().toList();
      note(item, "diagnosis", "Read as a diagnosis with one of the codes that it offers.");
      Map<String, PolicyPack.Test> where =
          Collections.singletonMap("code", new PolicyPack.Test(codes, null, null, null));
      return new PolicyPack.Node(
          null, null, null, item.linkId(), item.text(), ask, "diagnosis", where, null);
    }
    if (!item.answers().equals("boolean")) {
      String detail = "It asks for %s and not for yes or no: say in its text what is enough.";
      note(item, "answer", detail.formatted(item.answers()));
    }
    if (!options.isEmpty()) {
      note(item, "options", "Its answers: %s".formatted(said(options)));
    }
    PolicyPack.Narrative words = new PolicyPack.Narrative(hints(item));
    return new PolicyPack.Node(
        null, null, null, item.linkId(), item.text(), ask, null, null, words);
  }

  /** The answers in words, or the question itself. */
  private static List<String> hints(Item item) {
    List<String> answers =
        item.options().stream()
            .map(Option::display)
            .filter(words -> !words.isBlank() && words.length() <= LONGEST_HINT)
            .distinct()
            .limit(MOST_HINTS)
            .toList();
    return answers.isEmpty() ? List.of(cut(item.text(), LONGEST_HINT)) : answers;
  }

  private static String said(List<Option> options) {
    String some =
        options.stream()
            .limit(MOST_SAID)
            .map(option -> cut(option.display(), LONGEST_HINT))
            .collect(Collectors.joining(", "));
    int more = options.size() - MOST_SAID;
    return more <= 0 ? some + "." : some + " and %d more.".formatted(more);
  }

  private static PolicyPack.Node branch(String op, Integer n, List<PolicyPack.Node> of) {
    return new PolicyPack.Node(op, n, of, null, null, null, null, null, null);
  }

  private static PolicyPack.Node leaf(PolicyPack.Node from, String id, String text, String ask) {
    return new PolicyPack.Node(
        null, null, null, id, text, ask, from.fact(), from.where(), from.narrative());
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String cut(Item item) {
    return "“" + cut(item.text(), LONGEST_SAID) + "”";
  }

  /** Whole characters, and a whole word where there is one. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most);
    int end = space > 0 ? space : most;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private void note(Item item, String code, String detail) {
    notes.add(new PolicyDraft.Note(item.linkId(), code, detail));
  }
}
