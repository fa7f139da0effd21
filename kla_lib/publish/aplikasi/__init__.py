"""JupyterLab and the panel as an app."""
