package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.openpriorauth.kernel.Problem.Fault;

/** Whether a question can be answered, before anything is looked up. */
final class MatchCheck {
  private static final int MOST_DOCUMENTS = 20;
  private static final int MOST_DIAGNOSES = 12;
  private static final int LONGEST = 100;

  private final MatchService.Question question;
  private final List<Fault> faults = new ArrayList<>();

  private MatchCheck(MatchService.Question question) {
    this.question = question;
  }

  /** Every fault at once. */
  static List<Fault> faults(MatchService.Question question) {
    MatchCheck check = new MatchCheck(question);
    check.policy();
    check.service();
    check.documents();
    check.faults.addAll(GivenFacts.faults(question.facts(), "/facts"));
    if (question.facts().isEmpty() && question.documentIds().isEmpty()) {
      check.fault("/facts", "missing", "Give facts or documents.");
    }
    return check.faults;
  }

  private void policy() {
    if (question.policy() != null) {
      PolicyCheck.faults(question.policy()).stream()
          .map(f -> new Fault("/policy" + f.pointer(), f.code(), f.detail()))
          .forEach(faults::add);
    }
    if (question.policy() != null && question.policyId() != null) {
      fault("/policy_id", "both", "Give a policy or the id of one.");
    }
    boolean named = question.policy() != null || question.policyId() != null;
    if (!named && (question.payerId() == null || question.code() == null)) {
      fault("/policy", "missing", "Give a policy, a policy_id, or payer_id and code.");
    }
    if (question.version() != null && question.policyId() == null) {
      fault("/policy_id", "missing", "A version is of a policy_id.");
    }
    text(question.policyId(), "/policy_id");
    text(question.version(), "/version");
  }

  private void service() {
    text(question.code(), "/code");
    List<String> diagnoses = question.diagnosisCodes();
    if (diagnoses.size() > MOST_DIAGNOSES) {
      fault("/diagnosis_codes", "too_many", "At most %d diagnoses.".formatted(MOST_DIAGNOSES));
    } else {
      for (int i = 0; i < diagnoses.size(); i++) {
        text(Objects.requireNonNullElse(diagnoses.get(i), ""), "/diagnosis_codes/" + i);
      }
    }
  }

  private void documents() {
    if (question.documentIds().size() > MOST_DOCUMENTS) {
      fault("/document_ids", "too_many", "At most %d documents.".formatted(MOST_DOCUMENTS));
    } else if (question.documentIds().stream().anyMatch(Objects::isNull)
        || new HashSet<>(question.documentIds()).size() < question.documentIds().size()) {
      fault("/document_ids", "twice", "Name each document once.");
    }
  }

  private void text(String text, String place) {
    if (text != null && (text.isBlank() || text.length() > LONGEST)) {
      fault(place, "size", "From 1 to %d characters.".formatted(LONGEST));
    }
  }

  private void fault(String pointer, String code, String detail) {
    faults.add(new Fault(pointer, code, detail));
  }
}
