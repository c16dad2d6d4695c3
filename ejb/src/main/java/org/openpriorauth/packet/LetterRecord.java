package org.openpriorauth.packet;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.packet.model.LetterRepository;
import org.openpriorauth.packet.model.LetterRepository.Row;
import org.openpriorauth.packet.model.LetterRepository.Version;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.wire.json.Json;

/** The letters that people wrote, each save beside the ones before it. */
@Stateless
public class LetterRecord {
  private static final String CONTENT = "letter_version.content";

  @Inject LetterRepository letters;
  @Inject PriorAuthRepository requests;
  @Inject FieldCipher cipher;
  @Inject WorkQueue work;
  @Inject Event<Audited> audited;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @param seen the version that the writer had before; 0 for the first
   * @param holds whether it may be sent as it is
   * @param doubts how many sentences are kept for their author's reason
   */
  public record Save(LetterKind kind, long seen, LetterText text, boolean holds, long doubts) {}

  /** The letters that somebody wrote, as they stand. */
  @Requires("pa:read")
  public List<Row> list(Caller caller, UUID request) {
    requests.get(caller.clinic(), request);
    return letters.ofRequest(caller.clinic(), request);
  }

  /** All versions, the newest first; none if nobody wrote the letter. */
  @Requires("pa:read")
  public List<KeptLetter> versions(Caller caller, UUID request, LetterKind kind) {
    requests.get(caller.clinic(), request);
    Optional<Row> row = letters.find(caller.clinic(), request, kind.word());
    row.ifPresent(r -> audited.fire(Audited.of(caller, "letter.read", "letter", r.id())));
    return row.stream()
        .flatMap(r -> letters.versions(caller.clinic(), r.id()).stream())
        .map(this::opened)
        .toList();
  }

  /** The version that counts; none if nobody wrote the letter. */
  @Requires("pa:read")
  public Optional<KeptLetter> latest(Caller caller, UUID request, LetterKind kind) {
    return letters
        .find(caller.clinic(), request, kind.word())
        .flatMap(row -> letters.version(caller.clinic(), row.id(), row.version()))
        .map(this::opened);
  }

  /**
   * Adds a version; the packet is made anew from it.
   *
   * @throws Problem STALE, PA_ILLEGAL_MOVE where no such letter is written any more
   */
  @Requires("pa:change")
  public void save(Caller caller, UUID request, Save wanted) {
    PriorAuthState state = requests.lock(caller.clinic(), request).state();
    writable(wanted.kind(), state);
    Optional<Row> before = letters.find(caller.clinic(), request, wanted.kind().word());
    int last = before.map(Row::version).orElse(0);
    if (last != wanted.seen()) {
      throw Problem.of(ErrorCode.STALE);
    }
    Row row =
        new Row(
            before.map(Row::id).orElseGet(Ids::next),
            request,
            wanted.kind().word(),
            last + 1,
            wanted.holds(),
            clock.instant(),
            caller.actor());
    if (before.isEmpty()) {
      letters.begin(caller.clinic(), row);
    } else if (!letters.advance(caller.clinic(), row)) {
      throw Problem.of(ErrorCode.STALE);
    }
    byte[] content = Json.bytes(wanted.text());
    Optional<Version> previous = letters.version(caller.clinic(), row.id(), last);
    UUID id = Ids.next();
    letters.add(
        caller.clinic(),
        row.id(),
        new Version(
            id, row.version(), cipher.seal(CONTENT, id, content), row.updatedAt(), caller.actor()));
    tell(caller, row, wanted, previous.map(this::plain), content);
    if (wanted.kind() == LetterKind.NECESSITY && state == PriorAuthState.READY && row.holds()) {
      work.add(caller.clinic(), "packet", request);
    }
  }

  /** Texts stand in the trail as keyed hashes: that they differ can be seen, and nothing else. */
  private void tell(Caller caller, Row row, Save wanted, Optional<byte[]> before, byte[] content) {
    Map<String, Object> detail =
        Map.of(
            "kind",
            row.kind(),
            "version",
            row.version(),
            "before",
            before.map(bytes -> hash(caller, bytes)).orElse("none"),
            "after",
            hash(caller, content),
            "template",
            wanted.text().template(),
            "doubts",
            wanted.doubts(),
            "holds",
            row.holds());
    audited.fire(new Audited(caller, "letter.save", "letter", row.id(), detail));
    happened.fire(
        new Happened(
            caller,
            row.request(),
            "letter_saved",
            Map.of("kind", row.kind(), "version", row.version(), "holds", row.holds())));
  }

  private String hash(Caller caller, byte[] content) {
    return HexFormat.of().formatHex(cipher.index(caller.clinic(), CONTENT, content));
  }

  private static void writable(LetterKind kind, PriorAuthState state) {
    boolean open =
        switch (kind) {
          case NECESSITY -> state == PriorAuthState.REVIEW || state == PriorAuthState.READY;
          case APPEAL ->
              state == PriorAuthState.DENIED
                  || state == PriorAuthState.PARTIALLY_APPROVED
                  || state == PriorAuthState.APPEALED;
        };
    if (!open) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE,
          kind == LetterKind.NECESSITY
              ? "The statement is written until the request is sent; this one is %s."
                  .formatted(state)
              : "An appeal answers a denial; this request is %s.".formatted(state));
    }
  }

  private KeptLetter opened(Version version) {
    return new KeptLetter(
        version.number(),
        Json.read(plain(version), LetterText.class),
        version.savedAt(),
        version.savedBy());
  }

  private byte[] plain(Version version) {
    return cipher.open(CONTENT, version.id(), version.content());
  }
}
