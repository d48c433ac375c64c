"""The computed figure: camera, painter, stage and transport."""
