package org.openpriorauth.packet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.criteria.Assessment;
import org.openpriorauth.criteria.Assessor;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;
import org.openpriorauth.packet.model.LetterRepository;
import org.openpriorauth.packet.model.PacketRepository;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;

/** The pages that go to the payer: exactly these, named by their hash. */
@Stateless
public class PacketService {
  private static final String NECESSITY = LetterKind.NECESSITY.word();

  @Inject PacketRepository packets;
  @Inject LetterRepository letters;
  @Inject PriorAuthRepository requests;
  @Inject WorkItemRepository items;
  @Inject Assessor assessor;
  @Inject WorkQueue work;
  @Inject Event<Audited> audited;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @param current whether it was made from the latest assessment and letter; only then it may be
   *     sent
   */
  public record PacketView(
      UUID id, String kind, String sha256, long byteSize, int pages, Instant at, boolean current) {}

  /**
   * What a packet is made from.
   *
   * @param letterVersion of the statement, 0 before anybody wrote one
   */
  record Basis(Instant assessedAt, int letterVersion) {
    static Basis of(PacketSource.Known known) {
      return new Basis(
          known.assessment().assessedAt(), known.statement().map(KeptLetter::version).orElse(0));
    }

    boolean of(PacketRepository.Row row) {
      return row.assessedAt().equals(assessedAt) && row.letterVersion() == letterVersion;
    }
  }

  /** A packet whose content is stored and that waits for its row. */
  record Made(UUID id, Basis basis, byte[] key, byte[] pdf, int pages) {}

  /**
   * @throws Problem PA_NOT_FOUND; PACKET_NOT_READY while none has been made
   */
  @Requires("pa:read")
  public PacketView get(Caller caller, UUID request) {
    requests.get(caller.clinic(), request);
    return view(caller, latest(caller, request));
  }

  /** The sealed key of the latest packet's content, for whoever shows or sends it. */
  @Requires("pa:read")
  public PacketRepository.Row row(Caller caller, UUID request) {
    requests.get(caller.clinic(), request);
    PacketRepository.Row row = latest(caller, request);
    audited.fire(Audited.of(caller, "packet.read", "packet", row.id()));
    return row;
  }

  /** The packet that a submission carries. */
  @Requires("work:do")
  public PacketRepository.Row carried(Caller caller, UUID id) {
    return packets
        .find(caller.clinic(), id)
        .orElseThrow(() -> Problem.of(ErrorCode.PACKET_NOT_READY));
  }

  /**
   * Stops a sending whose statement waits for a person.
   *
   * @throws Problem LETTER_OPEN
   */
  @Requires("pa:submit")
  public void letterHolds(Caller caller, UUID request) {
    letters
        .find(caller.clinic(), request, NECESSITY)
        .filter(letter -> !letter.holds())
        .ifPresent(
            letter -> {
              throw Problem.of(ErrorCode.LETTER_OPEN);
            });
  }

  /** Has it made anew. */
  @Requires("pa:change")
  public void again(Caller caller, UUID request) {
    if (requests.get(caller.clinic(), request).state() != PriorAuthState.READY) {
      throw Problem.of(ErrorCode.PA_ILLEGAL_MOVE, "Only a request that is READY gets its packet.");
    }
    work.add(caller.clinic(), "packet", request);
  }

  /** Whether the latest packet was made from this assessment and this version of the letter. */
  @Requires("work:do")
  public boolean made(Caller caller, UUID request, Instant assessedAt, int letterVersion) {
    Basis basis = new Basis(assessedAt, letterVersion);
    return packets.latest(caller.clinic(), request).filter(basis::of).isPresent();
  }

  /** The statement does not hold any more: a person is told, and no packet is made with it. */
  @Requires("work:do")
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void open(Caller caller, WorkItem item, Basis basis) {
    if (items.finish(item, "done", clock.instant()) && judged(caller, item, basis, false)) {
      Map<String, Object> detail = Map.of("kind", NECESSITY, "version", basis.letterVersion());
      audited.fire(
          new Audited(caller, "letter.open", "prior_authorization", item.subject(), detail));
      happened.fire(new Happened(caller, item.subject(), "letter_open", detail));
    }
  }

  @Requires("work:do")
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void made(Caller caller, WorkItem item, Made made) {
    Instant now = clock.instant();
    if (!items.finish(item, "done", now)) {
      return;
    }
    byte[] sha256 = sha256(made.pdf());
    int pages = made.pages();
    packets.add(
        caller.clinic(),
        new PacketRepository.Row(
            made.id(),
            item.subject(),
            "initial",
            made.basis().assessedAt(),
            made.basis().letterVersion(),
            sha256,
            made.pdf().length,
            pages,
            made.key(),
            now));
    judged(caller, item, made.basis(), true);
    Map<String, Object> detail =
        Map.of("packet_id", made.id().toString(), "pages", pages, "sha256", hex(sha256));
    audited.fire(new Audited(caller, "packet.make", "packet", made.id(), detail));
    happened.fire(new Happened(caller, item.subject(), "packet_made", detail));
  }

  private boolean judged(Caller caller, WorkItem item, Basis basis, boolean holds) {
    return letters.judge(caller.clinic(), item.subject(), NECESSITY, basis.letterVersion(), holds);
  }

  private PacketRepository.Row latest(Caller caller, UUID request) {
    return packets
        .latest(caller.clinic(), request)
        .orElseThrow(() -> Problem.of(ErrorCode.PACKET_NOT_READY));
  }

  private PacketView view(Caller caller, PacketRepository.Row row) {
    Optional<Instant> assessed = assessor.find(caller, row.request()).map(Assessment::assessedAt);
    Optional<LetterRepository.Row> letter = letters.find(caller.clinic(), row.request(), NECESSITY);
    boolean ofLetter =
        letter.map(LetterRepository.Row::version).orElse(0) == row.letterVersion()
            && letter.map(LetterRepository.Row::holds).orElse(true);
    return new PacketView(
        row.id(),
        row.kind(),
        hex(row.sha256()),
        row.byteSize(),
        row.pages(),
        row.createdAt(),
        ofLetter && assessed.map(row.assessedAt()::equals).orElse(false));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }
}
