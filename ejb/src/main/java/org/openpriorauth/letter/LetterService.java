package org.openpriorauth.letter;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.letter.LetterDesk.Desk;
import org.openpriorauth.letter.LetterView.VersionView;
import org.openpriorauth.packet.CheckedLetter;
import org.openpriorauth.packet.KeptLetter;
import org.openpriorauth.packet.LetterCheck;
import org.openpriorauth.packet.LetterKind;
import org.openpriorauth.packet.LetterRecord;
import org.openpriorauth.packet.LetterText;
import org.openpriorauth.packet.PacketComposer;
import org.openpriorauth.packet.PacketWriter;
import org.openpriorauth.packet.model.LetterRepository;

/**
 * Letters to a payer that people write and code judges. No transaction is open while a letter is
 * judged: pages are read for it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LetterService {
  @Inject LetterRecord letters;
  @Inject LetterDesk desks;
  @Inject PacketComposer composer;
  @Inject PacketWriter writer;

  /** The letters of the request that somebody wrote. */
  @Requires("pa:read")
  public List<LetterRepository.Row> list(Caller caller, UUID request) {
    return letters.list(caller, request);
  }

  /**
   * The letter as it would be sent today, or the template's while nobody wrote one.
   *
   * @throws Problem PA_NOT_FOUND, NOT_ASSESSED, NOT_DETERMINED, PA_ILLEGAL_MOVE
   */
  @Requires("pa:read")
  public LetterView get(Caller caller, UUID request, LetterKind kind) {
    List<KeptLetter> versions = letters.versions(caller, request, kind);
    LetterText text = versions.isEmpty() ? LetterText.TEMPLATE : versions.get(0).text();
    return view(desks.of(caller, request, kind), kind, text, versions);
  }

  /** The template's letter of today, whatever was written. */
  @Requires("pa:read")
  public LetterView template(Caller caller, UUID request, LetterKind kind) {
    List<KeptLetter> versions = letters.versions(caller, request, kind);
    return view(desks.of(caller, request, kind), kind, LetterText.TEMPLATE, versions);
  }

  /** What is wrong with a text; nothing is saved. */
  @Requires("pa:read")
  public LetterView check(Caller caller, UUID request, LetterKind kind, LetterText text) {
    text.bounded();
    List<KeptLetter> versions = letters.versions(caller, request, kind);
    return view(desks.of(caller, request, kind), kind, text, versions);
  }

  /**
   * Saves a text as the next version, faults and all: what must not be sent is not sent, and is
   * there to be mended.
   *
   * @param seen the version that the writer had before; 0 for the first
   * @throws Problem INVALID, STALE, PA_ILLEGAL_MOVE
   */
  @Requires("pa:change")
  public LetterView save(Caller caller, UUID request, LetterKind kind, long seen, LetterText text) {
    text.bounded();
    return keep(caller, request, kind, seen, text);
  }

  /**
   * Goes back to the template, which follows the facts of each day; the versions stay.
   *
   * @throws Problem STALE, PA_ILLEGAL_MOVE
   */
  @Requires("pa:change")
  public LetterView reset(Caller caller, UUID request, LetterKind kind, long seen) {
    return keep(caller, request, kind, seen, LetterText.TEMPLATE);
  }

  /**
   * Takes a text whose author is no person: with a fault in it, all of it is refused.
   *
   * @throws Problem LETTER_REFUSED, INVALID
   */
  @Requires("pa:change")
  public LetterView propose(Caller caller, UUID request, LetterKind kind, LetterText text) {
    text.bounded();
    List<KeptLetter> versions = letters.versions(caller, request, kind);
    Desk desk = desks.of(caller, request, kind);
    Proposals.refuse(desk.check(text));
    return view(desk, kind, text, versions);
  }

  /**
   * @throws Problem LETTER_NOT_FOUND
   */
  @Requires("pa:read")
  public LetterVersion version(Caller caller, UUID request, LetterKind kind, int number) {
    List<KeptLetter> versions = letters.versions(caller, request, kind);
    int at = versions.size() - number;
    if (number < 1 || at < 0) {
      throw Problem.of(ErrorCode.LETTER_NOT_FOUND);
    }
    LetterText before =
        at + 1 < versions.size() ? versions.get(at + 1).text() : LetterText.TEMPLATE;
    LetterText template = LetterText.of(desks.of(caller, request, kind).template());
    return LetterVersion.of(versions.get(at), before, template);
  }

  /**
   * The letter as PDF, as it counts: the version that was saved last, or the template's.
   *
   * @throws Problem LETTER_OPEN while it has sentences that must not be sent
   */
  @Requires("pa:read")
  public byte[] pdf(Caller caller, UUID request, LetterKind kind) {
    List<KeptLetter> versions = letters.versions(caller, request, kind);
    LetterText text = versions.isEmpty() ? LetterText.TEMPLATE : versions.get(0).text();
    Desk desk = desks.of(caller, request, kind);
    CheckedLetter checked = desk.check(text);
    if (!text.template() && !checked.holds()) {
      throw Problem.of(ErrorCode.LETTER_OPEN);
    }
    String title =
        kind == LetterKind.APPEAL ? "Appeal of your decision" : "Statement of medical necessity";
    return writer.letter(composer.compose(desk.known(), desk.ground(), checked.printed()), title);
  }

  private LetterView keep(
      Caller caller, UUID request, LetterKind kind, long seen, LetterText text) {
    // Whose it is comes before how it stands.
    letters.list(caller, request);
    Desk desk = desks.of(caller, request, kind);
    CheckedLetter checked = desk.check(text);
    long doubts = checked.sentences().filter(s -> !s.faults().isEmpty()).count();
    boolean holds = text.template() || checked.holds();
    letters.save(caller, request, new LetterRecord.Save(kind, seen, text, holds, doubts));
    return view(desk, kind, text, letters.versions(caller, request, kind));
  }

  private static LetterView view(
      Desk desk, LetterKind kind, LetterText text, List<KeptLetter> versions) {
    CheckedLetter checked = desk.check(text);
    Map<UUID, String> names = desk.names();
    List<VersionView> kept = new ArrayList<>();
    for (KeptLetter version : versions) {
      kept.add(
          new VersionView(
              version.version(), version.savedAt(), version.savedBy(), version.text().template()));
    }
    return new LetterView(
        kind.word(),
        versions.isEmpty() ? 0 : versions.get(0).version(),
        text.template(),
        text.template() || checked.holds(),
        Shown.paragraphs(checked),
        Shown.passages(desk.ground(), names),
        List.copyOf(LetterCheck.phrases(desk.template())),
        Shown.contrary(desk.ground(), names),
        desk.holes(),
        desk.denial(),
        kept);
  }
}
