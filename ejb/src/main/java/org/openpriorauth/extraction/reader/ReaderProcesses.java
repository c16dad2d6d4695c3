package org.openpriorauth.extraction.reader;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.ReadingFailure;
import org.openpriorauth.extraction.PageReader;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * The children that read documents: as many as configured, kept warm, replaced when one dies over a
 * document. Whoever finds all of them busy waits his turn, but not for ever.
 */
@ApplicationScoped
public class ReaderProcesses implements PageReader {
  private static final Logger LOG = System.getLogger(ReaderProcesses.class.getName());

  /** Twenty documents of two hundred pages, and what the packet says before them. */
  private static final int PACKET_PAGES = 20 * 200 + 100;

  /** Some 64 kB a page, as faxes have at most. */
  private static final int PACKET_BYTES = 256 * 1024 * 1024;

  private static final Duration DRAWING = Duration.ofSeconds(30);

  /** A listener waits this long for a reader, then lets its item be woken again. */
  private static final Duration TURN = Duration.ofSeconds(60);

  /** A person who waits for a page's picture has less of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Inject
  @ConfigProperty(name = "openpriorauth.reader.workers")
  int workers;

  @Inject
  @ConfigProperty(name = "openpriorauth.reader.heap-mb")
  int heapMegabytes;

  @Inject
  @ConfigProperty(name = "openpriorauth.reader.document-seconds")
  long documentSeconds;

  private final ConcurrentLinkedDeque<ReaderProcess> idle = new ConcurrentLinkedDeque<>();
  private final Set<ReaderProcess> living = ConcurrentHashMap.newKeySet();

  /** Pictures have their own place, so that a long reading keeps nobody from looking. */
  private final Semaphore drawing = new Semaphore(1, true);

  private volatile boolean stopped;
  private volatile Semaphore places;
  private volatile Path jar;

  /**
   * For who reads documents without a server; to be stopped in the end.
   *
   * @param document the longest that one document may take
   */
  public static ReaderProcesses of(int workers, int heapMegabytes, Duration document) {
    ReaderProcesses processes = new ReaderProcesses();
    processes.workers = workers;
    processes.heapMegabytes = heapMegabytes;
    processes.documentSeconds = document.toSeconds();
    return processes;
  }

  @Override
  public Reading read(byte[] content) {
    List<Page> pages = new ArrayList<>();
    List<JsonNode> ends = new ArrayList<>();
    try {
      ReaderProcess.End end =
          run(
              Map.of("op", "read", "id", UUID.randomUUID().toString()),
              content,
              Duration.ofSeconds(documentSeconds),
              frame -> {
                if (frame.type().equals("page")) {
                  pages.add(PageFrames.page(frame.json()));
                } else {
                  ends.add(frame.json());
                }
              });
      return switch (end) {
        case ANSWERED -> PageFrames.reading(ends, pages);
        case KILLED -> new Reading.Killed();
        case BROKEN -> new Reading.Unavailable(ReadingFailure.READER_BROKE);
      };
    } catch (IOException e) {
      LOG.log(Level.ERROR, "the document reader does not start", e);
      return new Reading.Unavailable(ReadingFailure.READER_DOES_NOT_START);
    }
  }

  @Override
  public byte[] render(byte[] content, int page, int rotation, int dpi) {
    return render(
        content,
        Map.of(
            "op", "render",
            "id", UUID.randomUUID().toString(),
            "page", page,
            "rotation", rotation,
            "dpi", dpi));
  }

  @Override
  public byte[] renderPacket(byte[] content, int page, int dpi) {
    return render(
        content,
        Map.of(
            "op",
            "render",
            "id",
            UUID.randomUUID().toString(),
            "page",
            page,
            "rotation",
            0,
            "dpi",
            dpi,
            "limits",
            Map.of("max_pages", PACKET_PAGES, "max_bytes", PACKET_BYTES)));
  }

  private byte[] render(byte[] content, Map<String, Object> header) {
    List<ReaderProcess.Frame> frames = new ArrayList<>();
    boolean drawn =
        taking(
            drawing,
            PATIENCE,
            () -> {
              try {
                run(header, content, DRAWING, frames::add);
              } catch (IOException e) {
                throw Problem.of(
                    ErrorCode.READER_UNAVAILABLE, ErrorCode.READER_UNAVAILABLE.title(), e);
              }
            });
    if (!drawn) {
      throw Problem.of(ErrorCode.READER_UNAVAILABLE);
    }
    return frames.stream()
        .filter(f -> f.type().equals("image"))
        .map(ReaderProcess.Frame::content)
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.READER_UNAVAILABLE));
  }

  @Override
  public void inTurn(Runnable work) {
    taking(places(), TURN, work);
  }

  private static boolean taking(Semaphore turns, Duration wait, Runnable work) {
    try {
      if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      work.run();
      return true;
    } finally {
      turns.release();
    }
  }

  private ReaderProcess.End run(
      Object header, byte[] content, Duration deadline, Consumer<ReaderProcess.Frame> frames)
      throws IOException {
    ReaderProcess process = take();
    ReaderProcess.End end = process.run(header, content, deadline, frames);
    if (end == ReaderProcess.End.ANSWERED && !stopped) {
      idle.push(process);
    } else {
      process.close();
      living.remove(process);
    }
    return end;
  }

  private ReaderProcess take() throws IOException {
    ReaderProcess process = idle.poll();
    if (process != null && process.alive()) {
      return process;
    }
    ReaderProcess fresh = ReaderProcess.start(program(), heapMegabytes);
    living.removeIf(old -> !old.alive());
    living.add(fresh);
    return fresh;
  }

  private synchronized Path program() throws IOException {
    if (jar == null) {
      jar = ReaderJar.unpack();
    }
    return jar;
  }

  private synchronized Semaphore places() {
    if (places == null) {
      places = new Semaphore(workers, true);
    }
    return places;
  }

  @PreDestroy
  public void stop() {
    stopped = true;
    living.forEach(ReaderProcess::close);
  }
}
