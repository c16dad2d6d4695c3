package org.openpriorauth.chart.model;

import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** Bytes came for another place than the one where the upload stands; says where that is. */
public class UploadElsewhere extends Problem {
  private static final long serialVersionUID = 1L;

  private final long offset;

  UploadElsewhere(long offset) {
    super(
        ErrorCode.UPLOAD_ELSEWHERE,
        "The upload stands at byte %d. Go on from there.".formatted(offset));
    this.offset = offset;
  }

  /** Bytes that are here: where to go on. */
  public long offset() {
    return offset;
  }
}
