package org.openpriorauth.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One system a directory. The operating system frees the lock even after {@code kill -9}. */
final class HomeLock implements AutoCloseable {
  private final FileChannel file;

  private HomeLock(FileChannel file) {
    this.file = file;
  }

  static HomeLock take(Path home) throws IOException {
    Files.createDirectories(home);
    FileChannel file =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: the same answer as for another one.
      lock = null;
    }
    if (lock == null) {
      file.close();
      throw new LaunchFailure("This system is running already, in " + home + ". Stop it first.");
    }
    return new HomeLock(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
