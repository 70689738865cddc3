"""Estimators that scikit-learn lacks; each file goes into the generated code as it stands."""
