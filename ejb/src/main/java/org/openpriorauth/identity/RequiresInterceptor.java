package org.openpriorauth.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import org.openpriorauth.audit.RefusalTrail;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * Stands before every service method: the caller's permission, then the clinic for the database.
 * Runs inside the method's transaction.
 */
@Requires
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RequiresInterceptor {
  @Inject ClinicScope scope;
  @Inject RefusalTrail refusals;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    Requires requires = method.getAnnotation(Requires.class);
    if (requires == null
        || call.getParameters().length == 0
        || !(call.getParameters()[0] instanceof Caller caller)) {
      throw new IllegalStateException(method + " names no permission or takes no caller.");
    }
    if (!requires.value().equals(Requires.NOTHING) && !caller.may(requires.value())) {
      refusals.append(
          Audited.of(caller, requires.value(), method.getDeclaringClass().getSimpleName(), null));
      throw Problem.of(refusal(caller, requires.value()));
    }
    if (requires.clinic()) {
      if (caller.clinic() == null) {
        throw new IllegalStateException(method + " was called for no clinic.");
      }
      scope.enter(caller.clinic());
    }
    return call.proceed();
  }

  private static ErrorCode refusal(Caller caller, String permission) {
    if (caller.may(Requires.ENROL)) {
      return ErrorCode.FACTOR_MISSING;
    }
    return caller.may(Requires.UNTRAINED + permission)
        ? ErrorCode.TRAINING_MISSING
        : ErrorCode.NOT_ALLOWED;
  }
}
