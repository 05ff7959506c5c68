//! Table `rulebook_draft`.

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait, Uuid,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "rulebook_draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i32,
    pub id: Uuid,
    pub revision: i64,
    pub opened_by: Uuid,
    pub opened_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
