package org.openpriorauth.simulator.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.simulator.wire.Json;

/**
 * The append-only file behind the ledger: one JSON object a line, and {@link #force} before anyone
 * is told of it. Whatever the ledger knows is folded from these lines, live and after a restart
 * alike. Its monitor is the one lock of all folded state.
 */
public final class Journal implements Closeable {
  private static final String FILE = "ledger.jsonl";
  private final FileChannel file;
  private final List<Fold> folds;
  private final Object forcing = new Object();
  private volatile long end;
  private long forced;

  private Journal(FileChannel file, List<Fold> folds) {
    this.file = file;
    this.folds = folds;
  }

  /**
   * Opens or makes the journal of a directory and replays it.
   *
   * @throws Unusable when another process holds it or a line inside it is damaged
   */
  public static Journal open(Path directory, List<Fold> folds) throws IOException, Unusable {
    Files.createDirectories(directory);
    FileChannel file =
        FileChannel.open(
            directory.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    Journal journal = new Journal(file, folds);
    try {
      journal.lock();
      synchronized (journal) {
        journal.replay();
      }
      return journal;
    } catch (IOException | Unusable e) {
      file.close();
      throw e;
    }
  }

  /** Writes lines in one piece and folds them; before an answer goes out, {@link #force}. */
  public synchronized void append(ObjectNode... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Place> places = new ArrayList<>();
    for (ObjectNode line : lines) {
      byte[] bytes = Json.bytes(line);
      places.add(new Place(end + out.size(), bytes.length));
      out.write(bytes);
      out.write('\n');
    }
    write(ByteBuffer.wrap(out.toByteArray()));
    end += out.size();
    for (int i = 0; i < lines.length; i++) {
      fold(lines[i], places.get(i));
    }
  }

  /**
   * Waits until everything appended so far is on disk; callers that come together share one wait.
   * Best called without the monitor.
   */
  public void force() throws IOException {
    long wanted = end;
    synchronized (forcing) {
      if (forced < wanted) {
        long reached = end;
        file.force(false);
        forced = reached;
      }
    }
  }

  /** Reads a line again; bulky contents are not kept in memory. */
  public JsonNode read(Place place) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(place.length());
    while (buffer.hasRemaining()) {
      if (file.read(buffer, place.offset() + buffer.position()) < 0) {
        throw new IOException("the ledger has become shorter");
      }
    }
    return Json.readOwn(buffer.array());
  }

  /** Forgets everything. */
  public synchronized void empty() throws IOException {
    synchronized (forcing) {
      file.truncate(0);
      file.force(true);
      end = 0;
      forced = 0;
    }
    folds.forEach(Fold::forget);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  private void write(ByteBuffer bytes) throws IOException {
    try {
      long at = end;
      while (bytes.hasRemaining()) {
        at += file.write(bytes, at);
      }
    } catch (IOException e) {
      // Half a line must not be followed by a whole one.
      file.truncate(end);
      throw e;
    }
  }

  private void lock() throws IOException, Unusable {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new Unusable("Another payer simulator is using this ledger.");
    }
  }

  private void replay() throws IOException, Unusable {
    LineReader lines = new LineReader(file);
    for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
      JsonNode content = parsed(line);
      if (content == null || !line.whole()) {
        if (!lines.atEnd()) {
          throw new Unusable("The ledger is damaged at byte " + line.offset() + ".");
        }
        file.truncate(line.offset());
        System.out.println("ledger: a torn last line was dropped, byte " + line.offset());
        break;
      }
      end = line.offset() + line.bytes().length + 1;
      fold(content, new Place(line.offset(), line.bytes().length));
    }
  }

  private static JsonNode parsed(LineReader.Line line) {
    try {
      JsonNode node = Json.readOwn(line.bytes());
      return node.isObject() ? node : null;
    } catch (IOException e) {
      return null;
    }
  }

  private void fold(JsonNode line, Place place) {
    folds.forEach(fold -> fold.apply(line, place));
  }

  /** Where a line lies. */
  public record Place(long offset, int length) {}

  /** State that follows from the lines. */
  public interface Fold {
    void apply(JsonNode line, Place place);

    void forget();
  }

  /** The ledger cannot be used; the message is one sentence for the operator. */
  public static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }
}
