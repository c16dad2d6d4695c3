package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;

/** What every store must do; a store's own test adds how it fails. */
public abstract class DocumentStoreContract {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final Random CHANCE = new Random(20261124);

  protected final ClinicId clinic = new ClinicId(Ids.next());
  protected final UUID id = Ids.next();

  protected abstract DocumentStore store();

  /** The names of all that the store holds, below its root. */
  protected abstract List<String> names();

  /** Puts something there that is not ours. */
  protected abstract void plant(String name);

  /** As many as one answer of the store may list. */
  protected abstract void shortPages(int most);

  @Test
  void whatIsPutIsFoundByteForByte() {
    byte[] content = bytes(70_000);
    store().put(clinic, id, content);
    assertThat(store().find(clinic, id)).hasValueSatisfying(c -> assertThat(c).isEqualTo(content));
  }

  @Test
  void theLargestContentAndTheEmptyOneAreKept() {
    byte[] largest = bytes(25 * MEBIBYTE);
    store().put(clinic, id, largest);
    UUID empty = Ids.next();
    store().put(clinic, empty, new byte[0]);
    assertThat(Arrays.equals(store().find(clinic, id).orElseThrow(), largest)).isTrue();
    assertThat(store().find(clinic, empty).orElseThrow()).isEmpty();
  }

  @Test
  void anotherPutReplaces() {
    store().put(clinic, id, bytes(300));
    byte[] second = bytes(20);
    store().put(clinic, id, second);
    assertThat(store().find(clinic, id).orElseThrow()).isEqualTo(second);
    assertThat(names()).hasSize(1);
  }

  @Test
  void putIfAbsentLeavesWhatIsThere() {
    byte[] first = bytes(300);
    assertThat(store().putIfAbsent(clinic, id, first)).isTrue();
    assertThat(store().putIfAbsent(clinic, id, bytes(20))).isFalse();
    assertThat(store().find(clinic, id).orElseThrow()).isEqualTo(first);
    assertThat(names()).hasSize(1);
  }

  @Test
  void whatIsNotThereIsNotFoundAndMayBeRemoved() {
    assertThat(store().find(clinic, id)).isEmpty();
    store().remove(clinic, id);
    assertThat(store().ids(clinic, null, 10)).isEmpty();
  }

  @Test
  void whatIsRemovedIsGoneAndMayComeAgain() {
    store().put(clinic, id, bytes(10));
    store().remove(clinic, id);
    assertThat(store().find(clinic, id)).isEmpty();
    assertThat(store().ids(clinic, null, 10)).isEmpty();
    assertThat(store().putIfAbsent(clinic, id, bytes(10))).isTrue();
  }

  @Test
  void aContentOfAnotherClinicIsNotFound() {
    store().put(clinic, id, bytes(10));
    ClinicId other = new ClinicId(Ids.next());
    assertThat(store().find(other, id)).isEmpty();
    assertThat(store().ids(other, null, 10)).isEmpty();
    store().remove(other, id);
    assertThat(store().find(clinic, id)).isPresent();
  }

  @Test
  void pagesGoThroughAllInOneOrderWithoutGapOrRepetition() {
    shortPages(64);
    List<UUID> stored = Stream.generate(Ids::next).limit(1050).toList();
    stored.parallelStream().forEach(each -> store().put(clinic, each, bytes(16)));
    store().put(new ClinicId(Ids.next()), Ids.next(), bytes(16));
    List<UUID> listed = new ArrayList<>();
    List<UUID> page = store().ids(clinic, null, 100);
    while (!page.isEmpty()) {
      assertThat(page).hasSize(Math.min(100, 1050 - listed.size()));
      listed.addAll(page);
      page = store().ids(clinic, listed.get(listed.size() - 1), 100);
    }
    assertThat(listed)
        .isEqualTo(
            stored.stream()
                .sorted(Comparator.comparing(each -> ContentName.of(clinic, each).inside()))
                .toList());
    assertThat(store().ids(clinic, null, 5000)).isEqualTo(listed);
  }

  @Test
  void whatIsNotOursIsNeitherListedNorInTheWay() {
    String text = id.toString();
    plant(clinic + "/00/notes.txt");
    plant(clinic + "/zz/" + text);
    plant(clinic + "/" + text.substring(text.length() - 2) + "/" + text + ".part");
    store().put(clinic, id, bytes(10));
    shortPages(1);
    assertThat(store().ids(clinic, null, 1)).containsExactly(id);
    assertThat(store().ids(clinic, null, 10)).containsExactly(id);
  }

  @Test
  void aNameIsMadeOfIdsAloneAndStaysBelowTheClinic() {
    store().put(clinic, id, bytes(10));
    String text = id.toString();
    assertThat(names())
        .containsExactly(clinic + "/" + text.substring(text.length() - 2) + "/" + text);
    for (String foreign : List.of("../../etc/passwd", "00/..", "0a/" + text + "/..", "", text)) {
      assertThat(ContentName.id(foreign)).isEmpty();
    }
  }

  @Test
  void ofPutsAtOnceOneIsKeptWhole() {
    List<byte[]> contents = IntStream.range(0, 12).mapToObj(i -> bytes(MEBIBYTE + i)).toList();
    CompletableFuture.allOf(
            contents.stream()
                .map(c -> CompletableFuture.runAsync(() -> store().put(clinic, id, c)))
                .toArray(CompletableFuture[]::new))
        .join();
    byte[] kept = store().find(clinic, id).orElseThrow();
    assertThat(contents).anyMatch(content -> Arrays.equals(content, kept));
    assertThat(names()).hasSize(1);
  }

  @Test
  void ofPutsIfAbsentAtOnceOneIsFirst() {
    List<byte[]> contents = IntStream.range(0, 12).mapToObj(i -> bytes(MEBIBYTE + i)).toList();
    List<byte[]> first =
        contents.stream()
            .map(
                c ->
                    CompletableFuture.supplyAsync(
                        () -> store().putIfAbsent(clinic, id, c) ? c : null))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .filter(c -> c != null)
            .toList();
    assertThat(first.size()).isOne();
    assertThat(Arrays.equals(store().find(clinic, id).orElseThrow(), first.get(0))).isTrue();
  }

  protected static byte[] bytes(int length) {
    byte[] content = new byte[length];
    synchronized (CHANCE) {
      CHANCE.nextBytes(content);
    }
    return content;
  }
}
