package org.openpriorauth.extraction;

import java.util.UUID;
import org.openpriorauth.kernel.Caller;

/**
 * All documents of a request are through, or a person settled something about one of them: fired in
 * that transaction, so that what is concluded from the documents never lags behind them.
 */
public record ReadingChanged(Caller caller, UUID request) {}
