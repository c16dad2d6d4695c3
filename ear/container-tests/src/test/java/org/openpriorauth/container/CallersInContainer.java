package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The guard stands before every service method that the container hands out, not only in code. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(ArquillianExtension.class)
class CallersInContainer {
  @Inject BeanManager beans;
  @Inject Clinics clinics;
  @Inject Transactions transactions;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(CallersInContainer.class.getPackage());
  }

  /** A service method as others get it injected. */
  private record Guarded(Object service, Method method, Requires requires) {
    Throwable call(Caller caller) {
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(Guarded::nothing).toArray();
      arguments[0] = caller;
      return catchThrowable(
          () -> {
            try {
              method.invoke(service, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }

    private static Object nothing(Class<?> type) {
      return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    @Override
    public String toString() {
      return method.toString();
    }
  }

  @Test
  void whoeverLacksThePermissionIsRefusedAndTheRefusalIsWrittenDown() {
    ClinicId clinic = clinics.first();
    List<Guarded> permitted =
        guarded().stream().filter(g -> !g.requires().value().equals(Requires.NOTHING)).toList();
    assertThat(permitted).hasSizeGreaterThan(20);
    for (Guarded service : permitted) {
      String requestId = UUID.randomUUID().toString();
      Throwable refused = service.call(Clinics.caller(clinic, requestId));
      assertThat(refused).as("%s", service).isInstanceOf(Problem.class);
      assertThat(((Problem) refused).code()).isEqualTo(ErrorCode.NOT_ALLOWED);
      assertThat(lines(clinic, requestId))
          .as("%s", service)
          .containsExactly("refused " + service.requires().value());
    }
  }

  @Test
  void workForNoClinicFailsLoudlyWhereAClinicIsNeeded() {
    List<Guarded> ofAClinic = guarded().stream().filter(g -> g.requires().clinic()).toList();
    assertThat(ofAClinic).hasSizeGreaterThan(20);
    for (Guarded service : ofAClinic) {
      Throwable failed = service.call(Caller.machine("test", service.requires().value()));
      assertThat(failed)
          .as("%s", service)
          .rootCause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was called for no clinic");
    }
  }

  private List<String> lines(ClinicId clinic, String requestId) {
    return transactions.in(
        clinic,
        em ->
            Transactions.rows(
                em,
                String.class,
                "select outcome || ' ' || action from audit_event where request_id = ?1",
                requestId));
  }

  private List<Guarded> guarded() {
    List<Guarded> all = new ArrayList<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      if (type.isAnnotationPresent(Stateless.class)
          && type.getPackageName().startsWith("org.openpriorauth.")) {
        Class<?> view = view(bean);
        Object service = beans.getReference(bean, view, beans.createCreationalContext(bean));
        for (Method method : type.getDeclaredMethods()) {
          Requires requires = method.getAnnotation(Requires.class);
          if (requires != null) {
            all.add(new Guarded(service, asSeen(view, method), requires));
          }
        }
      }
    }
    return all;
  }

  /** The class itself, or the business interface that it hides behind. */
  private static Class<?> view(Bean<?> bean) {
    for (Type type : bean.getTypes()) {
      if (type instanceof Class<?> seen && seen != Object.class) {
        return seen;
      }
    }
    throw new AssertionError(bean + " is seen as nothing.");
  }

  private static Method asSeen(Class<?> view, Method method) {
    try {
      return view.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new AssertionError(method + " cannot be called from outside.", e);
    }
  }
}
