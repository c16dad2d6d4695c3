package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openpriorauth.wire.fhir.QuestionnaireForm;
import org.openpriorauth.wire.json.Json;

/** What a payer's form says of the rules behind it: their head here, their tree below. */
final class QuestionnaireDraft {

  private final QuestionnaireForm form;
  private final List<PolicyDraft.Note> notes = new ArrayList<>();

  private QuestionnaireDraft(QuestionnaireForm form) {
    this.form = form;
    form.notes().stream()
        .map(note -> new PolicyDraft.Note(note.linkId(), note.code(), note.detail()))
        .forEach(notes::add);
  }

  /**
   * @param payerCode whose rules they are; null for what the form says
   * @param codes of the services; empty for what the form says
   */
  static PolicyDraft of(QuestionnaireForm form, String payerCode, List<String> codes) {
    QuestionnaireDraft draft = new QuestionnaireDraft(form);
    PolicyPack.Node criteria = DraftTree.of(form.items(), draft.notes);
    PolicyPack head = draft.own().map(draft::changed).orElseGet(draft::head);
    PolicyPack pack = PackQuestionnaire.with(asked(head, payerCode, codes), criteria);
    return new PolicyDraft(pack, List.copyOf(draft.notes), PolicyCheck.faults(pack));
  }

  /** Of a pack that was handed out as a form. */
  private Optional<PolicyPack> own() {
    if (form.own() == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.mapper().readValue(form.own(), PolicyPack.class));
    } catch (JsonProcessingException e) {
      notes.add(new PolicyDraft.Note(null, "own", "What it keeps of a pack cannot be read."));
      return Optional.empty();
    }
  }

  /** What the form itself says counts: somebody may have changed it since it was handed out. */
  private PolicyPack changed(PolicyPack own) {
    PolicyPack.Period period = own.effective();
    boolean same =
        period != null
            && Objects.equals(period.from(), form.from())
            && Objects.equals(period.to(), form.to());
    return new PolicyPack(
        own.id(),
        said(form.version(), own.version()),
        said(form.title(), own.title()),
        own.payerCode(),
        same ? period : period(form.from(), form.to()),
        own.source(),
        own.appliesTo(),
        own.authorization(),
        null,
        own.alternatives(),
        own.tests());
  }

  /** The other text as it was, if the form says the same in FHIR's way. */
  static String said(String here, String own) {
    return here == null || here.isEmpty() || here.equals(PackQuestionnaire.said(own)) ? own : here;
  }

  private PolicyPack head() {
    String version =
        form.version() == null && form.from() != null ? form.from().toString() : form.version();
    String title = form.title() == null ? form.name() : form.title();
    return new PolicyPack(
        id(),
        version,
        title,
        null,
        period(form.from(), form.to()),
        new PolicyPack.Source(source(), null),
        new PolicyPack.AppliesTo(List.of(), List.of()),
        "required",
        null,
        List.of(),
        List.of());
  }

  private String source() {
    String named = form.url() == null ? "" : " " + form.url();
    String version = form.version() == null ? "" : ", version " + form.version();
    return "The payer's Questionnaire" + named + version;
  }

  /** In small letters, as the names of packs are; null if the form has no name at all. */
  private String id() {
    String url = form.url() == null ? "" : form.url().replaceAll("[/?#]+$", "");
    String from = url.isEmpty() ? form.name() : url.substring(url.lastIndexOf('/') + 1);
    String id =
        from == null
            ? ""
            : from.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "-")
                .collect(Collectors.joining());
    return id.replaceAll("[^\\p{L}\\p{N}]", "").isEmpty() ? null : id;
  }

  private static PolicyPack.Period period(LocalDate from, LocalDate to) {
    return new PolicyPack.Period(from, to);
  }

  private static PolicyPack asked(PolicyPack head, String payerCode, List<String> codes) {
    PolicyPack.AppliesTo applies =
        codes.isEmpty() ? head.appliesTo() : new PolicyPack.AppliesTo(codes, List.of());
    return new PolicyPack(
        head.id(),
        head.version(),
        head.title(),
        payerCode == null ? head.payerCode() : payerCode,
        head.effective(),
        head.source(),
        applies,
        head.authorization(),
        null,
        head.alternatives(),
        head.tests());
  }
}
