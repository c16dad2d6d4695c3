package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.chart.filestore.FileStores;
import org.openpriorauth.chart.s3.S3Service;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;

/** From files to S3 and back, with real stores on both sides. */
@Timeout(120)
class DocumentMovesTest {
  @TempDir private Path home;

  private final ClinicId clinic = new ClinicId(Ids.next());
  private final UUID id = Ids.next();
  private final Caller batch = Caller.system(clinic, "batch", "operations:change");
  private final DocumentMoves moves = new DocumentMoves();
  private S3Service service;
  private DocumentStore files;
  private DocumentStore s3;
  private Pair pair;

  /** As the settings would have it. */
  private static final class Pair extends ChosenStore {
    private volatile DocumentStore current;
    private volatile DocumentStore former;

    void change(DocumentStore to, DocumentStore from) {
      current = to;
      former = from;
    }

    @Override
    DocumentStore current() {
      return current;
    }

    @Override
    Optional<DocumentStore> former() {
      return Optional.ofNullable(former);
    }
  }

  @BeforeEach
  void open() throws IOException {
    service = new S3Service();
    s3 = service.store();
    files = FileStores.in(home);
    pair = new Pair();
    moves.stores = pair;
    pair.change(s3, files);
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void contentsMoveThereAndBack() {
    List<UUID> ids = Stream.generate(Ids::next).limit(40).toList();
    ids.forEach(each -> files.put(clinic, each, content(each)));
    moveAll();
    assertThat(files.ids(clinic, null, 100)).isEmpty();
    assertThat(s3.ids(clinic, null, 100)).containsExactlyInAnyOrderElementsOf(ids);
    moveAll();

    pair.change(files, s3);
    assertThat(ids).allSatisfy(each -> assertThat(pair.get(clinic, each)).isEqualTo(content(each)));
    moveAll();
    assertThat(s3.ids(clinic, null, 100)).isEmpty();
    assertThat(ids).allSatisfy(each -> assertThat(pair.get(clinic, each)).isEqualTo(content(each)));
  }

  @Test
  void whatHasNotMovedYetIsReadAndWhatIsNewGoesToTheCurrentStore() {
    files.put(clinic, id, content(id));
    assertThat(pair.get(clinic, id)).isEqualTo(content(id));
    UUID late = Ids.next();
    pair.put(clinic, late, content(late));
    assertThat(files.find(clinic, late)).isEmpty();
    assertThat(pair.get(clinic, late)).isEqualTo(content(late));
    assertThatThrownBy(() -> pair.get(clinic, Ids.next()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is gone");
  }

  @Test
  void aMoveThatBrokeOffAfterCopyingIsFinished() {
    files.put(clinic, id, content(id));
    s3.put(clinic, id, content(id));
    moves.move(batch, id);
    assertThat(files.find(clinic, id)).isEmpty();
    assertThat(s3.find(clinic, id)).isPresent();
    moves.move(batch, id);
  }

  @Test
  void whatWasStoredSinceIsNeverOverwrittenAndBothAreKept() {
    byte[] newer = content(Ids.next());
    files.put(clinic, id, content(id));
    pair.put(clinic, id, newer);
    assertThatThrownBy(() -> moves.move(batch, id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(id.toString());
    assertThat(pair.get(clinic, id)).isEqualTo(newer);
    assertThat(files.find(clinic, id).orElseThrow()).isEqualTo(content(id));
  }

  @Test
  void aServiceThatIsBusyCostsPatienceAndNothingElse() {
    files.put(clinic, id, content(id));
    service.busyFor(50);
    assertThatThrownBy(() -> moves.move(batch, id)).isInstanceOf(Problem.class);
    assertThat(files.find(clinic, id)).isPresent();
  }

  @Test
  void readersAndUploadsNoticeNothing() throws Exception {
    List<UUID> old = Stream.generate(Ids::next).limit(120).toList();
    old.forEach(each -> files.put(clinic, each, content(each)));
    List<UUID> late = Stream.generate(Ids::next).limit(120).toList();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      AtomicBoolean moving = new AtomicBoolean(true);
      Future<?> reader =
          threads.submit(
              () -> {
                while (moving.get()) {
                  old.forEach(each -> assertThat(pair.get(clinic, each)).isEqualTo(content(each)));
                }
              });
      Future<?> uploads =
          threads.submit(() -> late.forEach(each -> pair.put(clinic, each, content(each))));
      // Two at once, as when the job is started twice.
      Future<?> move = threads.submit(this::moveAll);
      Future<?> again = threads.submit(this::moveAll);
      move.get();
      again.get();
      uploads.get();
      moving.set(false);
      reader.get();
    } finally {
      threads.shutdownNow();
    }
    assertThat(files.ids(clinic, null, 10)).isEmpty();
    Stream.concat(old.stream(), late.stream())
        .forEach(each -> assertThat(s3.find(clinic, each).orElseThrow()).isEqualTo(content(each)));
  }

  @Test
  void withoutAFormerStoreNothingWaits() {
    files.put(clinic, id, content(id));
    pair.change(s3, null);
    assertThat(moves.waiting(batch, null, 10)).isEmpty();
  }

  private void moveAll() {
    UUID last = null;
    for (List<UUID> page = moves.waiting(batch, last, 7);
        !page.isEmpty();
        page = moves.waiting(batch, last, 7)) {
      page.forEach(each -> moves.move(batch, each));
      last = page.get(page.size() - 1);
    }
  }

  private static byte[] content(UUID of) {
    return ("sealed " + of).repeat(500).getBytes(StandardCharsets.UTF_8);
  }
}
