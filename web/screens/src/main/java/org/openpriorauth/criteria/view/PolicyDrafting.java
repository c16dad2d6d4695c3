package org.openpriorauth.criteria.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.PolicyDraft;
import org.openpriorauth.criteria.PolicyQuestionnaireService;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.primefaces.PrimeFaces;

/** A payer's Questionnaire becomes a draft, which stands in the form for packs afterwards. */
@Named
@RequestScoped
public class PolicyDrafting extends Told {
  @Inject PolicyQuestionnaireService questionnaires;
  @Inject DraftedPack drafted;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private String questionnaire;
  private String codes;
  private PolicyDraft draft;
  private List<Fault> faults = List.of();

  public String getQuestionnaire() {
    return questionnaire;
  }

  public void setQuestionnaire(String questionnaire) {
    this.questionnaire = questionnaire;
  }

  public String getCodes() {
    return codes;
  }

  public void setCodes(String codes) {
    this.codes = codes;
  }

  /** Null before there is one. */
  public PolicyDraft getDraft() {
    return draft;
  }

  /** What keeps the Questionnaire from being read. */
  public List<Fault> getFaults() {
    return faults;
  }

  public void make() {
    doing(
        () -> {
          UUID payer = PolicyView.id(asked.getParameter("whose"), ErrorCode.PAYER_NOT_FOUND);
          draft = drafted(payer);
          drafted.keep(draft.json());
          // Only now: what somebody typed there outlasts a Questionnaire that cannot be read.
          PrimeFaces.current().ajax().update("import:json");
          return "The draft stands in the form below; nothing is kept yet. Read the notes first.";
        });
  }

  private PolicyDraft drafted(UUID payer) {
    String json = questionnaire == null ? "" : questionnaire;
    List<String> services =
        Arrays.stream((codes == null ? "" : codes).split("[\\s,;]+"))
            .filter(code -> !code.isEmpty())
            .toList();
    try {
      return questionnaires.draft(current.caller(), json, payer, services);
    } catch (Problem e) {
      faults = e.faults();
      throw e;
    }
  }
}
