package org.openpriorauth.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.model.PolicyRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.payer.model.PayerRepository;

/** Which pack a question means. */
@ApplicationScoped
public class PackChoice {
  @Inject PolicyRepository policies;
  @Inject PayerRepository payers;

  /**
   * @param row null for a pack that came with the question
   */
  public record Chosen(UUID row, PolicyPack pack) {}

  /**
   * @param day on which a pack must be in force, unless its version is named
   * @throws Problem POLICY_NOT_FOUND, PAYER_NOT_FOUND, INVALID where two payers have it
   */
  public Chosen choose(Caller caller, MatchService.Question question, LocalDate day) {
    if (question.payerId() != null) {
      payers.get(caller.clinic(), question.payerId());
    }
    if (question.policy() != null) {
      return new Chosen(null, question.policy());
    }
    return question.policyId() == null
        ? byService(caller, question, day)
        : byId(caller, question, day);
  }

  private Chosen byService(Caller caller, MatchService.Question question, LocalDate day) {
    return policies.inForce(caller.clinic(), question.payerId(), day).stream()
        .map(row -> new Chosen(row.id(), PolicyService.read(row.content())))
        .filter(
            chosen ->
                chosen
                    .pack()
                    .appliesTo()
                    .covers(List.of(question.code()), question.diagnosisCodes()))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    ErrorCode.POLICY_NOT_FOUND,
                    "No policy pack of this payer covers the service."));
  }

  private Chosen byId(Caller caller, MatchService.Question question, LocalDate day) {
    List<PolicyRepository.Row> found =
        policies.all(caller.clinic()).stream()
            .filter(row -> row.packId().equals(question.policyId()))
            .filter(row -> question.payerId() == null || row.payerId().equals(question.payerId()))
            .filter(
                row ->
                    question.version() == null
                        ? inForce(row, day)
                        : row.version().equals(question.version()))
            .toList();
    if (found.isEmpty()) {
      throw Problem.of(ErrorCode.POLICY_NOT_FOUND);
    }
    if (found.stream().map(PolicyRepository.Row::payerId).distinct().count() > 1) {
      throw Problem.invalid("/payer_id", "missing", "Several payers have a pack of this id.");
    }
    return new Chosen(found.get(0).id(), PolicyService.read(found.get(0).content()));
  }

  private static boolean inForce(PolicyRepository.Row row, LocalDate day) {
    return !row.effectiveFrom().isAfter(day)
        && (row.effectiveTo() == null || !row.effectiveTo().isBefore(day));
  }
}
