package org.openpriorauth.priorauth.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.clinic.ProviderService;
import org.openpriorauth.clinic.ProviderService.ProviderView;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Times;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.packet.PacketService;
import org.openpriorauth.patient.CoverageService;
import org.openpriorauth.patient.CoverageService.CoverageView;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.payer.NetworkService;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.Priority;
import org.openpriorauth.tracking.QueueService;
import org.openpriorauth.tracking.model.QueueRepository;

/** One request: who, what, for whom, and what comes next. Other beans show its parts. */
@Named
@RequestScoped
public class RequestPage {
  @Inject HttpServletRequest asked;
  @Inject CurrentPerson current;
  @Inject PriorAuthService requests;
  @Inject QueueService queue;
  @Inject PatientService patients;
  @Inject CoverageService coverages;
  @Inject ProviderService providers;
  @Inject Documents documents;
  @Inject NetworkService networks;
  @Inject PacketService packets;
  @Inject Times times;

  private UUID id;
  private String mark;
  private PriorAuthService.RequestView view;
  private QueueRepository.Row row;
  private PatientIdentity patient;
  private List<CoverageView> covered;
  private String member;
  private List<String> outside;
  private Map<UUID, ProviderView> known;
  private List<DocumentView> chart;
  private PacketService.PacketView packet;
  private boolean packetAsked;
  private String refusal;

  /** Asked first by every page: loads what the header shows, or keeps the reason why not. */
  public boolean isThere() {
    if (view == null && refusal == null) {
      load();
    }
    return refusal == null;
  }

  private void load() {
    try {
      id = UUID.fromString(String.valueOf(asked.getParameter("id")));
      // Before anything else is read: what comes while the page is made is seen with the next look.
      mark = queue.mark(current.caller(), id);
      view = requests.get(current.caller(), id);
      row = queue.of(current.caller(), id);
      patient = patients.get(current.caller(), view.order().patientId()).identity();
      covered = coverages.list(current.caller(), view.order().patientId());
      member =
          covered.stream()
              .filter(c -> c.id().equals(view.order().coverageId()))
              .map(c -> c.numbers().memberId())
              .findFirst()
              .orElse(null);
      outside =
          networks.outside(
              current.caller(), view.order().payerId(), view.order().providers().known());
    } catch (IllegalArgumentException e) {
      refuse(404, Problem.of(ErrorCode.PA_NOT_FOUND, "This address names no request."));
    } catch (Problem e) {
      boolean forbidden = e.code() == ErrorCode.NOT_ALLOWED;
      refuse(forbidden ? 403 : 404, e);
    }
  }

  private void refuse(int status, Problem why) {
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
    refusal = Words.refusal(why);
  }

  /** After an act the page is read anew. */
  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Acted acted) {
    view = null;
    refusal = null;
    chart = null;
    packet = null;
    packetAsked = false;
  }

  public String getRefusal() {
    return refusal;
  }

  public UUID getId() {
    return isThere() ? id : null;
  }

  public String getMark() {
    return isThere() ? mark : null;
  }

  public PriorAuthService.RequestView getView() {
    return isThere() ? view : null;
  }

  public QueueRepository.Row getRow() {
    return isThere() ? row : null;
  }

  public PatientIdentity getPatient() {
    return isThere() ? patient : null;
  }

  /** The patient's coverages. */
  public List<CoverageView> getCovered() {
    return isThere() ? covered : List.of();
  }

  /** Who of the request's providers is outside the payer's network, by name. */
  public List<String> getOutside() {
    return isThere() ? outside : List.of();
  }

  public String getMember() {
    return member;
  }

  public NextAction getNext() {
    return isThere() ? NextAction.of(row, times) : null;
  }

  /** Where the next action is done: on this page, or on the packet's. */
  public String getNextAddress() {
    return QueueView.address(id, getNext(), isMaySend());
  }

  public boolean isExpedited() {
    return Priority.of(row.priority()).expedited();
  }

  /** Whose role it is to send, whatever the state. */
  public boolean isSender() {
    return isThere() && current.may("pa:submit");
  }

  /** Whose role it is to declare a criterion met, whatever the state. */
  public boolean isOverrider() {
    return isThere() && current.may("pa:override");
  }

  public boolean isMayChange() {
    return isThere() && current.may("pa:change");
  }

  /** Whether it is still ours: documents are taken, and the order may change. */
  public boolean isOpen() {
    return isMayChange() && view.state().open();
  }

  /** Whether what was read can still be settled. */
  public boolean isSettleable() {
    return view.state() == PriorAuthState.REVIEW || view.state() == PriorAuthState.READY;
  }

  public boolean isMaySend() {
    return isThere()
        && current.may("pa:submit")
        && view.state() == PriorAuthState.READY
        && row.packetReady()
        && !row.letterOpen();
  }

  public boolean isMayCancel() {
    return isMayChange()
        && (view.state().open() || isNotSent())
        && view.state().canBecome(PriorAuthState.CANCELLED);
  }

  public boolean isMayTakeUp() {
    return isMayChange() && isNotSent();
  }

  private boolean isNotSent() {
    return view.state() == PriorAuthState.SUBMISSION_FAILED;
  }

  public boolean isMayOverride() {
    return isThere() && current.may("pa:override") && isSettleable();
  }

  public boolean isMayAssign() {
    return isMayChange() && view.state().open() && view.order().providers().ordering() == null;
  }

  public List<DocumentView> getDocuments() {
    if (chart == null) {
      chart = isThere() ? documents.ofRequest(current.caller(), id) : List.of();
    }
    return chart;
  }

  public String fileName(UUID document) {
    return getDocuments().stream()
        .filter(d -> d.id().equals(document))
        .map(DocumentView::fileName)
        .findFirst()
        .orElse("a document");
  }

  /** The latest packet, or null while none has been made. */
  public PacketService.PacketView getPacket() {
    if (!packetAsked && isThere()) {
      packetAsked = true;
      packet = orNull(() -> packets.get(current.caller(), id));
    }
    return packet;
  }

  /** For what is not there yet: no answer is an answer. */
  public static <T> T orNull(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (Problem e) {
      if (e.code().kind() == ErrorCode.Kind.MISSING || e.code() == ErrorCode.PACKET_NOT_READY) {
        return null;
      }
      throw e;
    }
  }

  public List<ProviderView> getProviders() {
    return known().values().stream().toList();
  }

  public String provider(UUID of) {
    return of == null || !known().containsKey(of) ? null : known().get(of).details().fullName();
  }

  private Map<UUID, ProviderView> known() {
    if (known == null) {
      known =
          current.may("provider:read")
              ? providers.list(current.caller()).stream()
                  .collect(Collectors.toMap(ProviderView::id, Function.identity()))
              : Map.of();
    }
    return known;
  }
}
