package org.openpriorauth.priorauth.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * One request to one payer for permission for a service or a drug. Born DRAFT from an order;
 * reading the documents takes it through INTAKE to REVIEW, a complete one is READY, and from the
 * moment it is sent only the payer's word, an appeal or its own end moves it. The service asked for
 * is in its items; what the payer answers is kept per item and rolled up. What people and other
 * systems call it and write beside the codes lies sealed in {@code words}.
 */
@Entity
@Table(name = "prior_authorization")
public class PriorAuthorization extends AuditedRecord {
  /**
   * What it is asked for, whom and by when. The patient is fixed when the request is made.
   *
   * @param providers who orders and who performs
   */
  public record Order(
      UUID patientId,
      UUID coverageId,
      UUID payerId,
      Providers providers,
      Priority priority,
      LocalDate orderedOn) {
    public Order by(Providers others) {
      return new Order(patientId, coverageId, payerId, others, priority, orderedOn);
    }
  }

  /**
   * @param ordering null until it is known; nothing is sent without
   * @param performing null if the clinic performs the service itself
   */
  public record Providers(UUID ordering, UUID performing) {
    /** Those that are known, without order. */
    public Set<UUID> known() {
      return Stream.of(ordering, performing).filter(Objects::nonNull).collect(Collectors.toSet());
    }
  }

  @Column(name = "pa_number", updatable = false)
  private String paNumber;

  private byte[] words;

  @Column(name = "external_index")
  private byte[] externalIndex;

  @Column(name = "patient_id", updatable = false)
  private UUID patientId;

  @Column(name = "coverage_id")
  private UUID coverageId;

  @Column(name = "payer_id")
  private UUID payerId;

  @Column(name = "ordering_provider_id")
  private UUID orderingProviderId;

  @Column(name = "performing_provider_id")
  private UUID performingProviderId;

  @Enumerated(EnumType.STRING)
  private PriorAuthState state = PriorAuthState.DRAFT;

  private String priority;

  @Column(name = "ordered_on")
  private LocalDate orderedOn;

  @Column(name = "state_since")
  private Instant stateSince;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "determined_at")
  private Instant determinedAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY, orphanRemoval = true)
  @JoinColumn(name = "prior_authorization_id", nullable = false, updatable = false)
  @OrderBy("sequence")
  private List<RequestedItem> items = new ArrayList<>();

  /** For JPA. */
  protected PriorAuthorization() {}

  public PriorAuthorization(ClinicId clinic, UUID actor, Instant at, String paNumber, Order order) {
    super(clinic, actor, at);
    this.paNumber = paNumber;
    this.patientId = order.patientId();
    this.coverageId = order.coverageId();
    this.payerId = order.payerId();
    this.orderingProviderId = order.providers().ordering();
    this.performingProviderId = order.providers().performing();
    this.priority = order.priority().word();
    this.orderedOn = order.orderedOn();
    this.stateSince = at;
  }

  /** Adds a line; its sequence is the payer's trace key and never changes (PAS spec-34). */
  public void request(RequestedItem.Service service) {
    items.add(new RequestedItem(clinic(), items.size() + 1, service));
  }

  /**
   * Moves on, or refuses.
   *
   * @throws Problem PA_ILLEGAL_MOVE if the table in {@link PriorAuthState} has no such move
   */
  public void moveTo(PriorAuthState next, UUID actor, Instant at) {
    if (!state.canBecome(next)) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE,
          "A request that is %s cannot become %s.".formatted(state, next));
    }
    state = next;
    stateSince = at;
    if (next == PriorAuthState.SUBMITTED && submittedAt == null) {
      submittedAt = at;
    }
    if (next.determined() && determinedAt == null) {
      determinedAt = at;
    }
    touched(actor, at);
  }

  /**
   * Says anew what is asked for; the patient stays. A line keeps its place, for its sequence is
   * what the payer will be told.
   *
   * @throws Problem PA_ILLEGAL_MOVE once it is on its way to the payer
   */
  public void changeOrder(
      Order order, List<RequestedItem.Service> services, UUID actor, Instant at) {
    if (!state.open()) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE, "A request that is %s does not change.".formatted(state));
    }
    coverageId = order.coverageId();
    payerId = order.payerId();
    orderingProviderId = order.providers().ordering();
    performingProviderId = order.providers().performing();
    priority = order.priority().word();
    orderedOn = order.orderedOn();
    for (int i = 0; i < services.size(); i++) {
      if (i < items.size()) {
        items.get(i).become(services.get(i));
      } else {
        request(services.get(i));
      }
    }
    while (items.size() > services.size()) {
      items.remove(items.size() - 1);
    }
    touched(actor, at);
  }

  /**
   * @param words sealed under this row's id, or null for none
   * @param externalIndex finds it by what another system calls it, or null
   */
  public void say(byte[] words, byte[] externalIndex) {
    this.words = words == null ? null : words.clone();
    this.externalIndex = externalIndex == null ? null : externalIndex.clone();
  }

  public String paNumber() {
    return paNumber;
  }

  public Optional<byte[]> sealedWords() {
    return Optional.ofNullable(words).map(byte[]::clone);
  }

  public Order order() {
    return new Order(
        patientId,
        coverageId,
        payerId,
        new Providers(orderingProviderId, performingProviderId),
        Priority.of(priority),
        orderedOn);
  }

  public PriorAuthState state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  /** When there was proof that the payer has it: the end of our clock, the start of theirs. */
  public Instant submittedAt() {
    return submittedAt;
  }

  /** The payer's first determination. */
  public Instant determinedAt() {
    return determinedAt;
  }

  public boolean deleted() {
    return deletedAt != null;
  }

  public List<RequestedItem> items() {
    return List.copyOf(items);
  }
}
