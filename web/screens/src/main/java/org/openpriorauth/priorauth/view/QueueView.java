package org.openpriorauth.priorauth.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;

/** The first screen: what waits. Three queries a page, however many rows. */
@Named
@RequestScoped
public class QueueView {
  private static final int ROWS = 50;

  @Inject PriorAuthService requests;
  @Inject PatientService patients;
  @Inject CurrentPerson current;

  private String state;
  private List<QueueRow> rows;

  /** One request as the table shows it. */
  public static final class QueueRow {
    private final PriorAuthRepository.Row row;
    private final String patient;
    private final String payer;

    QueueRow(PriorAuthRepository.Row row, String patient, String payer) {
      this.row = row;
      this.patient = patient;
      this.payer = payer;
    }

    public String getPaNumber() {
      return row.paNumber();
    }

    public String getPatient() {
      return patient;
    }

    public String getPayer() {
      return payer;
    }

    public String getState() {
      return words(row.state());
    }

    public String getPriority() {
      return row.priority();
    }
  }

  public List<QueueRow> getRows() {
    if (rows == null) {
      rows = load();
    }
    return rows;
  }

  /** Some roles have other work than requests. */
  public boolean isAllowed() {
    return current.may("pa:read") && current.may("patient:read");
  }

  private List<QueueRow> load() {
    PriorAuthState wanted = state == null ? null : PriorAuthState.valueOf(state);
    List<PriorAuthRepository.Row> page = requests.list(current.caller(), wanted, null, ROWS).rows();
    Map<UUID, PatientIdentity> who =
        patients.identities(
            current.caller(),
            page.stream().map(PriorAuthRepository.Row::patientId).distinct().toList());
    Map<UUID, String> payers =
        requests.payerNames(
            current.caller(),
            page.stream().map(PriorAuthRepository.Row::payerId).collect(Collectors.toSet()));
    return page.stream()
        .map(r -> new QueueRow(r, who.get(r.patientId()).name(), payers.get(r.payerId())))
        .toList();
  }

  /** Every state with its words, for the filter. */
  public Map<String, String> getStates() {
    return Arrays.stream(PriorAuthState.values())
        .collect(
            Collectors.toMap(
                QueueView::words, PriorAuthState::name, (a, b) -> a, LinkedHashMap::new));
  }

  /** PARTIALLY_APPROVED becomes "Partially approved". */
  private static String words(PriorAuthState state) {
    String lower = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
    this.rows = null;
  }
}
